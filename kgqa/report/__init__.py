"""One HTML file that shows a whole question set: figures, a list to search, every question with its proof.

Python gathers what the file holds and packs it; the page in assets/ draws it, in the browser and without a network.
"""
