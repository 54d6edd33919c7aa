"""The servers, the clients and the checks of failover.sh, which starts it."""

import glob
import json
import os
import re
import shutil
import signal
import statistics
import subprocess
import sys
import threading
import time
import urllib.request

WORK, ORGCTL = sys.argv[1:3]
ROUNDS = int(os.environ.get("ROUNDS", "10"))
SWITCHOVERS = int(os.environ.get("SWITCHOVERS", "3"))
WORKERS = 8
NODES = ["a", "b", "c"]
# Each node has an address and a cable of its own, all within a network namespace that nothing else is in.
HUB = "10.99.0.1"
ADDRESS = {node: f"10.99.0.{11 + i}" for i, node in enumerate(NODES)}
ETCD = f"http://{HUB}:2379"
LOSSES = ["killed", "frozen", "partitioned"]
BIN = sorted(glob.glob("/usr/lib/postgresql/*/bin"))[-1]
HOSTS = ",".join(ADDRESS.values())
STORE = f"postgresql://postgres@{HOSTS}/postgres?targetServerType=primary&connect_timeout=60&sslmode=disable"
# What docs/shared-store.md promises: finding a server, one answer, and looking for a lost change, each with its limit.
LONGEST_SECONDS = 60 + 60 + 30 + 60

CONFIG = """
scope: bench
name: {node}
restapi: {{listen: '{address}:8008', connect_address: '{address}:8008'}}
# The older interface: with the other, Patroni 3.0 takes the lock back when it wakes up and has lost it.
etcd: {{host: '{hub}:2379'}}
bootstrap:
  dcs:
    ttl: 20
    loop_wait: 2
    retry_timeout: 5
    primary_start_timeout: 0
    synchronous_mode: true
    synchronous_mode_strict: true
    postgresql:
      use_pg_rewind: true
      parameters: {{max_connections: 100, wal_log_hints: 'on', synchronous_commit: 'on', fsync: 'off'}}
  initdb: [encoding: UTF8, locale: C.UTF-8, data-checksums]
  pg_hba: ['host all all 10.99.0.0/24 trust', 'host replication all 10.99.0.0/24 trust']
postgresql:
  listen: '{address}:5432'
  connect_address: '{address}:5432'
  data_dir: {work}/{node}
  bin_dir: {bin}
  pgpass: {work}/pgpass-{node}
  authentication:
    superuser: {{username: postgres}}
    replication: {{username: replicator}}
  parameters: {{unix_socket_directories: '{work}/socket-{node}'}}
watchdog: {{mode: 'off'}}
"""

processes = {}
lock = threading.Lock()


def run(*command):
    subprocess.run(command, check=True)


def connect():
    """Joins the nodes by a bridge, to which etcd and the clients belong, too."""
    run("ip", "link", "set", "lo", "up")
    run("ip", "link", "add", "hub", "type", "bridge")
    run("ip", "address", "add", f"{HUB}/24", "dev", "hub")
    run("ip", "link", "set", "hub", "up")
    for node in NODES:
        run("ip", "netns", "add", node)
        run("ip", "link", "add", f"to-{node}", "type", "veth", "peer", "name", "eth0", "netns", node)
        run("ip", "link", "set", f"to-{node}", "master", "hub", "up")
        run("ip", "-n", node, "address", "add", f"{ADDRESS[node]}/24", "dev", "eth0")
        run("ip", "-n", node, "link", "set", "eth0", "up")
        run("ip", "-n", node, "link", "set", "lo", "up")


def start(name, *command):
    within = ["ip", "netns", "exec", name] if name in NODES else []
    log = open(f"{WORK}/{name}.log", "ab")
    processes[name] = subprocess.Popen(
        [*within, "runuser", "-u", "postgres", "--", *command], cwd=WORK, stdout=log, stderr=log,
        start_new_session=True)


def below(pid):
    """The process and all that it started."""
    found = [pid]
    for each in found:
        children = subprocess.run(["pgrep", "-P", str(each)], capture_output=True, text=True).stdout.split()
        found += [int(child) for child in children]
    return found


def all_of(node):
    """Patroni and its PostgreSQL, which is in a session of its own."""
    pids = below(processes[node].pid) if processes[node].poll() is None else []
    try:
        with open(f"{WORK}/{node}/postmaster.pid") as file:
            postmaster = int(file.readline())
        with open(f"/proc/{postmaster}/cmdline") as file:
            pids += below(postmaster) if f"{WORK}/{node}" in file.read() else []
    except (OSError, ValueError):
        pass
    return sorted(set(pids))


def send(number, pids):
    for pid in pids:
        try:
            os.kill(pid, number)
        except ProcessLookupError:
            pass


def rest(node, path):
    try:
        with urllib.request.urlopen(f"http://{ADDRESS[node]}:8008/{path}", timeout=2) as answer:
            return json.load(answer)
    except OSError:
        return None
    except ValueError:
        return None


def members(apart=None):
    for node in NODES:
        if node != apart:
            cluster = rest(node, "cluster")
            if cluster:
                return {each["name"]: each for each in cluster["members"]}
    return {}


def primary(apart=None):
    for name, member in members(apart).items():
        if member["role"] == "leader" and member["state"] == "running":
            return name
    return None


def query(node, text):
    result = subprocess.run(["psql", "-h", ADDRESS[node], "-U", "postgres", "-XAtc", text], capture_output=True,
                            text=True, timeout=30, env={**os.environ, "PGCONNECT_TIMEOUT": "5"})
    return result.stdout.strip() if result.returncode == 0 else None


def until(what, condition, seconds=300):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        result = condition()
        if result:
            return result
        time.sleep(0.2)
    raise SystemExit(f"FAILED: no {what} within {seconds} s; see {WORK}")


def whole():
    """
    The primary, where both others follow it and each commit waits for one of them. What Patroni says of the others may
    be old: one that is still being rewound would not survive that the primary is lost.
    """
    node = primary()
    if not node or any(query(each, "SELECT 1") != "1" for each in NODES):
        return None
    strict = query(node, "SHOW synchronous_standby_names")
    follow = query(node, "SELECT COUNT(*), COUNT(*) FILTER (WHERE sync_state IN ('sync', 'quorum'))"
                         " FROM pg_stat_replication WHERE state = 'streaming' AND application_name IN ('a', 'b', 'c')")
    config = rest(node, "config")
    return node if strict and strict != "*" and follow == "2|1" and config and config["synchronous_mode_strict"] else None


def orgctl(*arguments):
    return subprocess.run([ORGCTL, *arguments, "--store", STORE], capture_output=True, text=True,
                          env={k: v for k, v in os.environ.items() if not k.startswith("ORGCTL_")})


class Worker(threading.Thread):
    def __init__(self, number):
        super().__init__(daemon=True)
        self.number = number
        self.done = []

    def command(self, n):
        tag = f"{self.number}-{n}"
        kinds = [
            ("org", tag, ["org", "create", f"w{tag}"]),
            ("usage", tag, ["billing", "usage", "record", "--env", f"acme/p{self.number}:live",
                            "--metric", "calls", "--quantity", "1"]),
            ("config", tag, ["config", "set", f"k={tag}", "--env", f"acme/p{self.number}:sandbox"]),
            ("invite", tag, ["member", "invite", f"w{tag}@example.com", "--org", "acme"]),
        ]
        return kinds[n % len(kinds)]

    def run(self):
        n = 0
        while not stop.is_set():
            kind, tag, arguments = self.command(n)
            began = time.monotonic()
            result = orgctl(*arguments)
            ended = time.monotonic()
            outcome = {0: "made"}.get(result.returncode, "failed")
            if result.returncode == 7:
                outcome = "unknown" if "not known whether" in result.stderr else "refused"
            if outcome == "failed":
                print(f"exit {result.returncode}: {' '.join(arguments)}: {result.stderr.strip()}", flush=True)
            with lock:
                self.done.append((kind, tag, outcome, began, ended))
            n += 1


stop = threading.Event()
workers = [Worker(number) for number in range(WORKERS)]


def acknowledged_after(moment):
    with lock:
        times = [end for w in workers for (_, _, outcome, began, end) in w.done if outcome == "made" and began > moment]
    return min(times) if times else None


def lose(node, how):
    """Loses a primary, and tells how long it took until another acknowledged a change that began after that."""
    pids = all_of(node)
    moment = time.monotonic()
    if how == "partitioned":
        run("ip", "link", "set", f"to-{node}", "down")
    else:
        send(signal.SIGSTOP if how == "frozen" else signal.SIGKILL, pids)
    until("new primary", lambda: (primary(node) or node) != node)
    taken = time.monotonic() - moment
    first = until("acknowledged change", lambda: acknowledged_after(moment))
    if how == "partitioned":
        run("ip", "link", "set", f"to-{node}", "up")
    elif how == "frozen":
        send(signal.SIGCONT, pids)
    else:
        start(node, "patroni", f"{WORK}/{node}.yml")
    return taken, first - moment


def check(kind, present):
    """That everything acknowledged is there, nothing refused is, and nothing is there twice."""
    for outcome, allowed in (("made", (1,)), ("refused", (0,)), ("unknown", (0, 1))):
        for worker in workers:
            for each, tag, result, _, _ in worker.done:
                if each == kind and result == outcome and present.get(tag, 0) not in allowed:
                    wrong.append(f"{kind} {tag} was {outcome} and is there {present.get(tag, 0)} times")


def tags(text, pattern):
    found = {}
    for tag in re.findall(pattern, text, re.M):
        found[tag] = found.get(tag, 0) + 1
    return found


def verify():
    node = until("whole cluster", whole)
    check("org", tags(query(node, "SELECT slug FROM organization"), r"^w(\d+-\d+)$"))
    check("invite", tags(query(node, "SELECT email FROM invitation"), r"^w(\d+-\d+)@"))
    check("config", tags(query(node, "SELECT value_after FROM environment_change"), r"(\d+-\d+)"))
    for worker in workers:
        made = [r for k, _, r, _, _ in worker.done if k == "usage"]
        records = int(query(node, "SELECT COUNT(*) FROM usage_record r JOIN usage_environment e"
                                  " ON e.number = r.environment JOIN project p ON p.id = e.project_id"
                                  f" WHERE p.slug = 'p{worker.number}'"))
        if not made.count("made") <= records <= made.count("made") + made.count("unknown"):
            wrong.append(f"usage of p{worker.number}: {records} records of {made.count('made')} acknowledged")
    for command in (["store", "check"], ["audit", "verify", "--all-orgs"]):
        result = orgctl(*command)
        print(f"{' '.join(command)}: exit {result.returncode}", flush=True)
        if result.returncode:
            wrong.append(f"{' '.join(command)}: {result.stdout}{result.stderr}")


wrong = []


def bench():
    connect()
    shutil.chown(WORK, "postgres", "postgres")
    start("etcd", "etcd", "--data-dir", f"{WORK}/etcd", "--listen-client-urls", ETCD, "--advertise-client-urls", ETCD,
          "--listen-peer-urls", f"http://{HUB}:2380", "--logger", "zap", "--enable-v2=true")
    for node in NODES:
        os.mkdir(f"{WORK}/socket-{node}")
        shutil.chown(f"{WORK}/socket-{node}", "postgres", "postgres")
        with open(f"{WORK}/{node}.yml", "w") as file:
            file.write(CONFIG.format(node=node, address=ADDRESS[node], hub=HUB, work=WORK, bin=BIN))
        start(node, "patroni", f"{WORK}/{node}.yml")
    until("whole cluster", whole)
    subprocess.run([ORGCTL, "__archive"], check=True)
    for arguments in (["org", "create", "Acme"], *(["project", "create", f"P{i}", "--org", "acme"] for i in range(WORKERS))):
        result = orgctl(*arguments)
        if result.returncode:
            raise SystemExit(f"FAILED: {result.stderr}")
    began = time.monotonic()
    for worker in workers:
        worker.start()
    print("| the primary is | new primary after | next acknowledged change after |\n|---|---|---|", flush=True)
    for number in range(ROUNDS):
        node = until("whole cluster", whole)
        how = LOSSES[number % len(LOSSES)]
        taken, gap = lose(node, how)
        print(f"| {how} | {taken:.1f} s | {gap:.1f} s |", flush=True)
    for _ in range(SWITCHOVERS):
        node = until("whole cluster", whole)
        moment = time.monotonic()
        subprocess.run(["patronictl", "-c", f"{WORK}/a.yml", "switchover", "--force", "--master", node, "bench"],
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until("new primary", lambda: (primary() or node) != node)
        taken = time.monotonic() - moment
        gap = until("acknowledged change", lambda: acknowledged_after(moment)) - moment
        print(f"| switched over | {taken:.1f} s | {gap:.1f} s |", flush=True)
    stop.set()
    for worker in workers:
        worker.join()
    report(time.monotonic() - began)
    verify()


def report(seconds):
    done = [each for worker in workers for each in worker.done]
    times = [end - begin for _, _, _, begin, end in done]
    print(f"\n{len(done)} changes in {seconds:.0f} s by {WORKERS} processes:", end="")
    for outcome in ("made", "refused", "unknown", "failed"):
        print(f" {sum(1 for each in done if each[2] == outcome)} {outcome}", end=";")
    print(f" median {statistics.median(times):.1f} s, slowest {max(times):.1f} s", flush=True)
    if max(times) > LONGEST_SECONDS:
        wrong.append(f"a command took {max(times):.1f} s")
    wrong.extend(f"{kind} {tag} failed" for kind, tag, outcome, _, _ in done if outcome == "failed")


try:
    bench()
finally:
    stop.set()
    for node in NODES:
        if node in processes:
            send(signal.SIGCONT, all_of(node))
            send(signal.SIGKILL, all_of(node))
    if "etcd" in processes:
        send(signal.SIGKILL, below(processes["etcd"].pid))
for line in wrong:
    print(f"WRONG: {line}")
print("FAILED" if wrong else "nothing lost, nothing twice")
sys.exit(1 if wrong else 0)
