"""The SQL of one table, written from its mapping: its rows with all that is known about them, and why one is refused.

Nothing is run here. kgqa/load/timeline.py makes the tables that these queries name: scratch (the typed rows), known
(the nodes that foreign keys may name), dictionary, clock (each patient's minute 0) and twice (keys that occur twice).
"""

from __future__ import annotations

from kgqa.load.mapping import Derived, ForeignKey, Source, Table, Times
from kgqa.load.names import name_sql, quoted
from kgqa.schema import Schema

# MIMIC shifts the birth dates of patients over 89 so that they seem 300 years old: https://mimic.mit.edu/docs/iii/tables/patients/
OLDEST = 89
MACROS = (
    "CREATE MACRO minute_of(t, origin) AS floor((epoch(t) - epoch(origin)) / 60)::BIGINT;"
    "CREATE MACRO years_between(born, t) AS"
    " year(t) - year(born) - (strftime(t, '%m%d') < strftime(born, '%m%d'))::INTEGER"
)
_SQL_TYPES = {"int": "BIGINT", "float": "DOUBLE", "text": "VARCHAR", "bool": "BOOLEAN", "texts": "VARCHAR[]"}
_PLAIN_NUMBER = r"[-+]?([0-9]+\.?[0-9]*|\.[0-9]+)"


def rows(source: Source, table: Table) -> str:
    """Write the query of a table's rows: its columns, what they name, `refused` (why, or NULL) and its intervals."""
    minutes = "".join(
        f", {earliest} AS {times.earliest}, {latest} AS {times.latest}"
        for times in table.times
        for earliest, latest in (_minutes(table, times),)
    )
    doubts = _doubts(table)
    return (
        f"SELECT *, coalesce({doubts[0]}, false) AS reversed, coalesce({doubts[1]}, false) AS late"
        f" FROM (SELECT *{minutes} FROM ({_joined(source, table)}))"
    )


def dirt(source: Source, table: Table) -> dict[str, str]:
    """Name the dirt that refuses no row of a table, each with its test on the query of rows."""
    tests = {said: f'"{column}" IS NULL' for column, said in table.count.items()}
    tests |= {said: f'"{column}" = 1' for column, said in table.flagged.items()}
    for join in table.joins:
        tests[f"{join.column} without its entry in {join.table}"] = (
            f'"{join.column}" IS NOT NULL AND "{join.table}_key" IS NULL'
        )
    for edge in soft_keys(source, table):
        tests[f"{edge.column} without its {edge.label}"] = (
            f'"{edge.column}" IS NOT NULL AND "{edge.column}_known" IS NULL'
        )
    for derived in table.derived:
        if derived.kind == "number":
            tests[f"{derived.column} is no single number"] = (
                f'"{derived.column}" IS NOT NULL AND {_derived(derived)} IS NULL'
            )
        if derived.kind == "over_89":
            tests["over 89"] = _derived(derived)
            tests["starts before birth"] = f'years_between(born, "{derived.column}") < 0'
    if table.times and table.times[0].prefix in ("", "start"):
        tests["no time"] = f"{table.times[0].earliest} IS NULL"
    if table.interval("stop"):
        tests["ends before it starts"] = "reversed"
    if table.not_after_discharge:
        tests["starts after discharge"] = "late"
    if table.name == source.patient["table"]:
        tests["no admission"] = "origin IS NULL"
        tests["birth date shifted (over 89)"] = f'years_between("{source.patient["born"]}", origin) > {OLDEST}'
    return tests


def nodes(schema: Schema, source: Source, table: Table) -> str:
    """Write the query of a table's nodes: id, properties in the schema's order, foreign keys; by patient and id."""
    patient = source.patient["key"]
    keys = foreign_keys(source, table)
    made = {**_properties(source, table), "name": _name(source, table, patient if patient in keys else "")}
    columns = [f'"{table.key}" AS id']
    for name, kind in schema.labels[table.label].properties.items():
        columns.append(f'{made.get(name, f"NULL::{_SQL_TYPES[kind]}")} AS "{name}"')
    columns += [f'{value} AS "{name}"' for name, value in keys.items()]
    order = f'"{patient}", id' if patient in keys else "id"
    return f"SELECT {', '.join(columns)} FROM ({rows(source, table)}) WHERE refused IS NULL ORDER BY {order}"


def no_nodes(schema: Schema, source: Source, table: Table) -> str:
    """Write the query of a table that is not there: the columns of `nodes` without a row."""
    columns = ["NULL::BIGINT AS id"]
    columns += [f'NULL::{_SQL_TYPES[kind]} AS "{name}"' for name, kind in schema.labels[table.label].properties.items()]
    columns += [f'NULL::BIGINT AS "{name}"' for name in foreign_keys(source, table)]
    return f"SELECT {', '.join(columns)} LIMIT 0"


def soft_keys(source: Source, table: Table) -> tuple[ForeignKey, ...]:
    """Return the foreign keys that may name nothing: all but those of the row's own patient and admission."""
    hard = (source.patient["key"], source.admission["key"])
    return tuple(edge for edge in table.edges if edge.column not in hard)


def foreign_keys(source: Source, table: Table) -> dict[str, str]:
    """Name the foreign-key columns of a node file, each with its expression on the query of rows.

    A key that names no node is left out, and `lone_<column>` holds the key of an edge that another column replaces.
    """
    hard = (source.patient["key"], source.admission["key"])
    keys = {column: f'"{column}"' for column in hard if column in table.columns and column != table.key}
    keys |= {edge.column: f'"{edge.column}_known"' for edge in soft_keys(source, table)}
    for edge in table.edges:
        if edge.unless:
            keys[f"lone_{edge.column}"] = f'CASE WHEN "{edge.unless}" IS NULL THEN "{edge.column}" END'
    return keys


def known(source: Source, table: Table) -> str:
    """Write the query of what others ask about a table's nodes: id, patient, admission, birth and discharge."""
    patient, admission = source.patient, source.admission
    columns = [f'"{table.key}" AS id']
    columns += [f'"{patient["key"]}" AS patient'] * (patient["key"] in table.columns)
    columns += [f'"{admission["key"]}" AS admission'] * (admission["key"] in table.columns)
    columns += [f'"{patient["born"]}" AS born'] * (table.name == patient["table"])
    columns += [f'"{admission["end"]}" AS discharge'] * (table.name == admission["table"])
    return f"SELECT {', '.join(columns)} FROM ({_joined(source, table)}) WHERE refused IS NULL"


def entries(source: Source, table: Table) -> str:
    """Write the query of a dictionary's entries: `key` and its columns."""
    return f'SELECT "{table.key}" AS key, * FROM ({_joined(source, table)}) WHERE refused IS NULL'


def _joined(source: Source, table: Table) -> str:
    patient, admission = source.patient["key"], source.admission["key"]
    columns = ["s.*"]
    joins = [f'scratch."{table.name}" s LEFT JOIN twice ON twice.key = s."{table.key}"']
    refusals = [(f's."{table.key}" IS NULL', f"no {table.key}"), ("twice.key IS NOT NULL", f"{table.key} occurs twice")]
    refusals += [(f's."{column}" = 1', reason) for column, reason in table.refused.items()]
    if patient in table.columns:
        joins.append(f'clock ON clock.patient = s."{patient}"')
        columns.append("clock.origin")
        if patient != table.key:
            joins.append(f'known."{source.tables[source.patient["table"]].label}" p ON p.id = s."{patient}"')
            columns.append("p.born")
            refusals += [(f's."{patient}" IS NULL', "no patient"), ("p.id IS NULL", "unknown patient")]
    if admission in table.columns and admission != table.key:
        joins.append(f'known."{source.tables[source.admission["table"]].label}" a ON a.id = s."{admission}"')
        columns.append("a.discharge")
        if all(edge.unless != admission for edge in table.edges):
            refusals.append((f's."{admission}" IS NULL', "no admission"))
        refusals.append((f's."{admission}" IS NOT NULL AND a.id IS NULL', "unknown admission"))
        refusals.append((f'a.patient <> s."{patient}"', "admission of another patient"))
    for edge in soft_keys(source, table):
        joins.append(_soft_join(source, table, edge))
        columns.append(f'"{edge.label}".id AS "{edge.column}_known"')
    for number, join in enumerate(table.joins):
        joins.append(f'dictionary."{join.table}" j{number} ON j{number}.key = s."{join.column}"')
        columns.append(f'j{number}.key AS "{join.table}_key"')
        columns += [f'j{number}."{column}"' for column in (*join.properties, *join.words)]
    cases = " ".join(f"WHEN {test} THEN {quoted(reason)}" for test, reason in refusals)
    return f"SELECT {', '.join(columns)}, CASE {cases} END AS refused FROM {' LEFT JOIN '.join(joins)}"


def _soft_join(source: Source, table: Table, edge: ForeignKey) -> str:
    """Join the node that a foreign key names, unless it belongs to another patient or another admission."""
    patient, admission = source.patient["key"], source.admission["key"]
    same = [f'"{edge.label}".id = s."{edge.column}"']
    other = source.table_of(edge.label)
    if other and patient in other.columns and patient in table.columns:
        same.append(f'"{edge.label}".patient = s."{patient}"')
    if other and admission in other.columns and admission in table.columns:
        same.append(f'(s."{admission}" IS NULL OR "{edge.label}".admission = s."{admission}")')
    return f'known."{edge.label}" ON {" AND ".join(same)}'


def _minutes(table: Table, times: Times) -> tuple[str, str]:
    earliest, latest = "CASE", "CASE"
    for column in times.columns:
        whole_day = table.columns[column].kind == "date"
        end = f'"{column}" + INTERVAL 1 DAY - INTERVAL 1 SECOND' if whole_day else f'"{column}"'
        earliest += f' WHEN "{column}" IS NOT NULL THEN minute_of("{column}", origin)'
        latest += f' WHEN "{column}" IS NOT NULL THEN minute_of({end}, origin)'
    return f"{earliest} END", f"{latest} END"


def _doubts(table: Table) -> tuple[str, str]:
    """Write the tests of an interval that cannot be true: it ends before it starts; it starts after discharge."""
    reversed_ = "stop_latest < start_earliest" if table.interval("start") and table.interval("stop") else "false"
    late = "start_earliest > minute_of(discharge, origin)" if table.not_after_discharge else "false"
    return reversed_, late


def _name(source: Source, table: Table, patient: str) -> str:
    """Write the name, and where two nodes of a patient would carry the same one, the wording that keeps them apart."""
    name, apart = (
        name_sql(wordings, source.words, lambda column: f'"{column}"')
        for wordings in (table.wordings, table.wordings_apart)
    )
    if not table.wordings_apart or not patient:
        return name
    return f'CASE WHEN count(*) OVER (PARTITION BY "{patient}", {name}) > 1 THEN {apart} ELSE {name} END'


def _properties(source: Source, table: Table) -> dict[str, str]:
    made = {"table": quoted(table.name), "row_id": "row_id"}
    for column in table.columns.values():
        if column.property:
            made[column.property] = _shown(column.name, column.kind)
    for join in table.joins:
        kinds = source.tables[join.table].columns
        made |= {name: _shown(name, kinds[name].kind) for name in join.properties}
    made |= {derived.property: _derived(derived) for derived in table.derived}
    for times in table.times:
        sure = "true" if times.prefix not in ("start", "stop") else "NOT reversed AND NOT late"
        made |= {name: f"CASE WHEN {sure} THEN {name} END" for name in (times.earliest, times.latest)}
    return made


def _shown(column: str, kind: str) -> str:
    if kind == "time":
        return f"strftime(\"{column}\", '%Y-%m-%d %H:%M:%S')"
    return f'"{column}"::VARCHAR' if kind == "date" else f'"{column}"'


def _derived(derived: Derived) -> str:
    column = f'"{derived.column}"'
    years = f"years_between(born, {column})"
    forms = {
        "number": f"CASE WHEN regexp_full_match({column}, {quoted(_PLAIN_NUMBER)}) THEN {column}::DOUBLE END",
        "age": f"CASE WHEN {years} BETWEEN 0 AND {OLDEST} THEN {years} END",
        "over_89": f"{years} > {OLDEST}",
    }
    # sha256 and characters are taken while the file is read, so that the text itself is never kept.
    return forms.get(derived.kind, f'"{derived.property}"')
