"""The server room: one command gives a Neo4j, one clear error says why not, and nothing else is ever touched."""

import os
import re
import socket
import stat
import subprocess
import sys
import urllib.request
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from kgqa.errors import GraphError, UsageError
from kgqa.files import share
from kgqa.server import container, jars, process, serve
from kgqa.server.home import find_home, open_home, password_for
from tests.conftest import free_port


@pytest.fixture
def listener():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        yield taken.getsockname()[1]


def executable(file, text):
    file.write_text(f"#!/bin/sh\n{text}\n")
    file.chmod(0o755)
    return file


def test_up_gives_a_server_that_answers_to_its_password_only(neo4j_server):
    with neo4j_server.driver() as driver:
        assert driver.execute_query("RETURN 1 AS one").records[0]["one"] == 1
    home = find_home(neo4j_server.home)
    assert stat.S_IMODE(home.password_file.stat().st_mode) == 0o600
    assert stat.S_IMODE(home.path.stat().st_mode) == 0o700
    assert len(home.password()) >= 20


def test_up_again_leaves_the_running_server_as_it_is(neo4j_server):
    before = serve.running(find_home(neo4j_server.home))
    _, record = serve.up(neo4j_server.home, maven=True)
    assert record == before


def test_it_serves_browser_and_nothing_beyond_this_machine(neo4j_server):
    with urllib.request.urlopen(neo4j_server.browser) as page:
        assert page.status == 200
    conf = find_home(neo4j_server.home).conf.read_text()
    assert "dbms.usage_report.enabled=false" in conf
    assert "client.allow_telemetry=false" in conf
    assert "server.directories.import=import" in conf
    addresses = re.findall(r"listen_address=(.*)", conf)
    assert addresses
    assert all(address.startswith("127.0.0.1") for address in addresses)


def test_no_file_of_the_user_can_be_read_through_the_server(neo4j_server, tmp_path):
    (tmp_path / "secret.csv").write_text("a\n")
    with (
        neo4j_server.driver() as driver,
        pytest.raises(Exception, match=r"LoadExternalResource|configuration property"),
    ):
        driver.execute_query(f"LOAD CSV FROM 'file:///{tmp_path}/secret.csv' AS row RETURN row")


def test_logs_are_the_servers_own(neo4j_server):
    assert any("Started." in line for line in serve.logs(neo4j_server.home))


def test_a_taken_port_is_named_with_its_flag(tmp_path, listener):
    with pytest.raises(UsageError, match=rf"port {listener}: .*--port"):
        serve.up(tmp_path / "home", bolt_port=listener, http_port=free_port(), maven=True)
    with pytest.raises(UsageError, match=rf"port {listener}: .*--http-port"):
        serve.up(tmp_path / "home", bolt_port=free_port(), http_port=listener, maven=True)


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path):
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(UsageError, match="holds no server of kgqa"):
        serve.up(tmp_path, maven=True)
    with pytest.raises(UsageError, match="holds no server of kgqa"):
        serve.down(tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == ["thesis.txt"]


def test_no_java_is_one_line_that_says_which(tmp_path, monkeypatch):
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(GraphError, match=r"Neo4j 5\.26\.\d+ needs Java 17, and there is none in .*; install Java 17"):
        jars.runtime()


def test_an_old_java_is_one_line_that_says_which(tmp_path, monkeypatch):
    (tmp_path / "bin").mkdir()
    java = executable(tmp_path / "bin" / "java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2")
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(GraphError, match=rf"needs Java 17 or later, and {java} is Java 11; install Java 17"):
        jars.runtime()


@pytest.mark.parametrize("version", ["4.4.40", "5.25.1", "latest"])
def test_a_version_that_is_not_supported_is_refused(version):
    with pytest.raises(UsageError, match=r"5\.26 or later"):
        jars.runtime(version)


def test_a_newer_version_needs_a_newer_java(tmp_path, monkeypatch):
    (tmp_path / "bin").mkdir()
    executable(tmp_path / "bin" / "java", "echo 'openjdk version \"17.0.15\" 2025-04-15' >&2")
    monkeypatch.setenv("JAVA_HOME", str(tmp_path))
    with pytest.raises(GraphError, match=r"Neo4j 2026\.09\.0 needs Java 21 or later, and .* is Java 17"):
        jars.runtime("2026.09.0")


def test_no_maven_is_one_line(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(jars.shutil, "which", lambda name, **_: None if name == "mvn" else "/usr/bin/java")
    with pytest.raises(GraphError, match="no container engine answers and Maven is not here"):
        jars._class_path(share("docker") / "pom.xml", "5.26.29")


def test_what_maven_cannot_find_is_one_line(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    with pytest.raises(GraphError, match=r"Maven could not fetch Neo4j 5\.26\.99999: .*5\.26\.99999") as told:
        jars.runtime("5.26.99999")
    assert "\n" not in str(told.value)
    assert not list(tmp_path.glob("kgqa/*"))


def test_the_jar_says_how_its_server_is_started(tmp_path):
    for version, main in (("5.26.29", "org.neo4j.server.CommunityEntryPoint"), ("2026.09.0", "another.Main")):
        jar = tmp_path / f"neo4j-{version}.jar"
        with zipfile.ZipFile(jar, "w") as archive:
            archive.writestr("META-INF/services/org.neo4j.server.startup.EntryPoint", f"{main}\n")
        assert jars.Runtime(Path("java"), f"/a.jar{os.pathsep}{jar}", version).server() == main
    with pytest.raises(GraphError, match=r"Neo4j 5\.27\.0: its jar does not say how it is started"):
        jars.Runtime(Path("java"), "/a.jar", "5.27.0").server()


def test_a_server_that_dies_while_starting_tells_why_and_leaves_no_record(tmp_path):
    folder = tmp_path / "home"
    with pytest.raises(GraphError, match=r"died while starting: .*(heap|memory).*console\.log") as told:
        serve.up(folder, bolt_port=free_port(), http_port=free_port(), maven=True, heap="90000g")
    assert "\n" not in str(told.value)
    assert find_home(folder).record() is None


@pytest.mark.parametrize("started_before", [False, True])
@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ({"server.nonsense": 1}, r"No declared setting with name: server\.nonsense"),
        ({"server.memory.pagecache.size": "lots"}, r"setting 'server\.memory\.pagecache\.size'. 'lots' is not a valid"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path, setting, told, started_before):
    home = open_home(tmp_path / "home")
    if started_before:  # then the server itself reads the settings first, else neo4j-admin does
        (home.path / "data" / "dbms").mkdir()
    with pytest.raises(
        GraphError, match=rf"^(the server died while starting|neo4j-admin dbms .* failed): .*{told}"
    ) as why:
        serve.up(home.path, bolt_port=free_port(), http_port=free_port(), maven=True, settings=setting)
    assert "\n" not in str(why.value)
    assert home.record() is None


def test_a_new_password_is_never_taken_for_an_option_of_neo4j_admin(tmp_path):
    for number in range(300):  # one in 64 would begin with a hyphen if any sign that an address takes could stand there
        password = open_home(tmp_path / str(number)).password()
        assert re.fullmatch(r"[0-9a-z]{32}", password)


def test_a_process_is_there_until_its_last_thread_is_gone():
    text = "import ctypes, threading; threading.Thread(target=input).start(); ctypes.CDLL(None).pthread_exit(None)"
    with subprocess.Popen([sys.executable, "-c", text], stdin=subprocess.PIPE) as halved:
        stat_file = Path(f"/proc/{halved.pid}/stat")
        while stat_file.read_text().rpartition(")")[2].split()[0] != "Z":
            assert halved.poll() is None
        assert process.started(halved.pid)
        halved.communicate(b"\n")
    assert process.started(halved.pid) == ""


def test_a_process_that_only_has_the_pid_is_left_alone(tmp_path):
    home = open_home(tmp_path / "home")
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as stranger:
        record = serve.Record("maven", "5.26.29", 1, 2, (), stranger.pid, "another start")
        home.remember(record)
        assert serve.running(home) is None
        assert serve.down(home.path) is False
        home.remember(replace(record, started=process.started(stranger.pid)))
        assert serve.running(home)
        assert stranger.poll() is None
        stranger.communicate(b"\n")
    assert serve.running(home) is None


def test_a_dead_child_does_not_count_as_running(tmp_path):
    pid = process.spawn(["/bin/sh", "-c", "exit 3"], tmp_path, tmp_path / "log")
    mark = process.started(pid)
    os.waitid(os.P_PID, pid, os.WEXITED | os.WNOWAIT) if mark else None
    assert process.started(pid) == ""


def test_the_password_is_found_where_it_was_said_to_be(tmp_path, monkeypatch):
    for name in ("KGQA_NEO4J_PASSWORD", "NEO4J_PASSWORD", "KGQA_NEO4J_PASSWORD_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    with pytest.raises(GraphError, match="no password; set KGQA_NEO4J_PASSWORD"):
        password_for("bolt://127.0.0.1:7687")
    home = open_home(tmp_path / "neo4j")
    home.remember(serve.Record("maven", "5.26.29", 7687, 7474))
    assert password_for("bolt://127.0.0.1:7687") == home.password()
    with pytest.raises(GraphError):
        password_for("bolt://127.0.0.1:9999")
    (tmp_path / "file").write_text("from file\n")
    monkeypatch.setenv("KGQA_NEO4J_PASSWORD_FILE", str(tmp_path / "file"))
    assert password_for("bolt://127.0.0.1:9999") == "from file"
    monkeypatch.setenv("NEO4J_PASSWORD", "the usual one")
    assert password_for("bolt://127.0.0.1:9999") == "the usual one"
    monkeypatch.setenv("KGQA_NEO4J_PASSWORD", "kgqa's own")
    assert password_for("bolt://127.0.0.1:9999") == "kgqa's own"


def test_a_container_engine_is_taken_only_if_it_answers_and_has_compose(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    executable(tmp_path / "docker", "exit 1")
    executable(tmp_path / "podman", '[ "$1" = info ]')
    assert container.engine() is None
    executable(tmp_path / "podman", "exit 0")
    assert container.engine() == "podman"
    executable(tmp_path / "docker", "exit 0")
    assert container.engine() == "docker"


def test_the_container_gets_its_addresses_and_its_password_only_as_a_file(tmp_path, monkeypatch):
    # No container engine runs here: what compose is told is what can be looked at.
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    executable(
        tmp_path / "docker",
        f'echo "$@" >> {tmp_path}/said; env | grep ^KGQA_ >> {tmp_path}/said\ncase "$*" in *ps*) echo 1234;; esac',
    )
    bolt, http = free_port(), free_port()
    home, record = serve.up(tmp_path / "home", bolt_port=bolt, http_port=http, heap="2g")
    said = (tmp_path / "said").read_text()
    assert record.how == "docker"
    assert f"KGQA_BOLT_PORT={bolt}" in said
    assert f"KGQA_HTTP_PORT={http}" in said
    assert "KGQA_HEAP=2g" in said
    assert re.search(r"compose --file .*compose.yaml --project-name kgqa-[0-9a-f]{12} up --detach --wait", said)
    assert home.password() not in said
    auth = home.path / "auth"
    assert stat.S_IMODE(auth.stat().st_mode) == 0o600
    assert auth.read_text() == f"neo4j/{home.password()}"
    assert serve.running(home) == record
    assert serve.down(home.path) is True


def test_the_container_is_the_same_server_and_listens_on_this_machine_only():
    compose = (share("docker") / "compose.yaml").read_text()
    version = jars._pinned(share("docker") / "pom.xml")
    assert f"neo4j:${{KGQA_NEO4J_VERSION:-{version}}}" in compose
    ports = re.findall(r'- "(.*:\d+)"', compose)
    assert len(ports) == 2
    assert all(port.startswith("127.0.0.1:") for port in ports)


def test_the_last_reason_in_a_log_is_the_innermost_cause(tmp_path):
    log = tmp_path / "log"
    assert process.last_reason(log) == "its log is empty"
    log.write_text(
        "Starting\nERROR Failed to start\njava.lang.X\n\tat a.b\nCaused by: A: first\nCaused by: B: locked.\n"
    )
    assert process.last_reason(log) == "B: locked"
    log.write_text("Starting...\nout of luck\n")
    assert process.last_reason(log) == "out of luck"
    log.write_text(
        "Missing required parameter: '<x>'\n\nUSAGE\n\nneo4j-admin x\n  --verbose   Enable verbose output.\n"
    )
    assert process.last_reason(log) == "Missing required parameter: '<x>'"
    log.write_text("ERROR Failed\nCaused by: java.lang.IllegalArgumentException: port out of range:7777777\n\tat a.b\n")
    assert process.last_reason(log) == "port out of range:7777777"


def test_the_pages_of_the_room_lie_in_the_installation():
    assert {"pom.xml", "compose.yaml", "neo4j.conf"} <= {file.name for file in Path(share("docker")).iterdir()}
