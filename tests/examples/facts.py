# SPDX-License-Identifier: MIT
"""Every fact that was collected stands in an example, as it was collected: an observation, a target,
or a line of the README that says why it is not scored; and no example says anything else. The
points of published structures stand in the catalogue.

The collected facts lie in ../shared beside the checkout; where they are not, nothing is looked at.
usage: facts.py SOURCE"""

import csv
import re
import sys
from pathlib import Path

import board

SKIPPED = 77

# The articles by the number that their file starts with. Each line:
# article, a piece of the entity's name, the indicator's name, folder, what it became there.
# "= a b" observation of series b in area a; "! i" target of indicator i; else words of the README.
PLACES = """
000|Hue|Agencies that issued an implementation plan on schedule|hue|= VN-HUE plans_on_schedule
000|Hue|Research tasks approved|hue|= VN-HUE research_tasks_approved
000|Hue|Research tasks completed|hue|= VN-HUE research_tasks_completed
000|Hue|Research results applied in practice|hue|= VN-HUE research_results_in_use
000|Hue|Digital enterprises|hue|= VN-HUE digital_enterprises
000|Hue|Geographical indications|hue|4 geographical indications
000|Hue|Certification marks|hue|10 certification marks
000|Hue|Collective marks|hue|more than 80 collective marks
000|Hue|Digital Transformation Index (DTI) national rank|hue|! dti_rank
000|Hue|Population with electronic identification account|hue|= VN-HUE e_id_coverage
000|Hue|Adults with a bank transaction account|hue|= VN-HUE adults_with_account
000|Hue|Procedures related to enterprises and household businesses handled online|hue|= VN-HUE business_procedures_online
000|Hue|Household businesses converted to enterprises|hue|more than 50 household businesses
000|Hue|Household businesses advised directly on tax, fees, services|hue|more than 2,000 advised
000|Hue|Free digital signature, e-invoice and accounting support|hue|free digital signature
000|Hue|Innovation centre|hue|innovation centre
000|Hue|Two-tier online public services deployed|hue|two-tier online public services
001|Politburo|Resolution 57-NQ/TW issued|hue|Resolution 57-NQ/TW of 2024-12-22
001|National Assembly|Specially important laws passed (S&T and Innovation; Digital Technology Industry)|hue|2 laws passed
001|Central|Plan 02-KH/BCDTW|hue|Plan 02-KH/BCDTW issued
001|Hue|Plan 98/KH-BCD implementing Plan 02-KH/BCDTW|hue|Plan 98/KH-BCD
001|Hue|Urgent tasks completed|hue|urgent tasks completed before 30 June 2025
001|Hue|Procedures published - total|hue|= VN-HUE procedures_total
001|Hue|Procedures published - department level|hue|= VN-HUE procedures_department
001|Hue|Procedures published - commune/ward level|hue|= VN-HUE procedures_commune
001|Hue|Commune public administration service centres reporting|hue|= VN-HUE service_centres_reporting
001|Hue|Records received by commune centres|hue|= VN-HUE files_received
001|Hue|Records resolved by commune centres|hue|= VN-HUE files_settled
001|Quang Dien|Records resolved (most of all agencies)|hue|= VN-HUE.quang-dien files_settled
001|Huong An|Records resolved|hue|= VN-HUE.huong-an files_settled
001|Huong An|Records received|hue|= VN-HUE.huong-an files_received
001|Phong Thai|Records resolved|hue|= VN-HUE.phong-thai files_settled
001|Phong Thai|Records received|hue|= VN-HUE.phong-thai files_received
001|Central|Digital platforms launched|hue|3 platforms launched
002|Da Nang|Groups of tasks and solutions|da-nang|6 groups of tasks
002|Da Nang|S&T and innovation capacity: rank among leading cities nationwide|da-nang|! innovation_capacity_rank
002|Da Nang|S&T and innovation capacity: leading group in South-East Asia|da-nang|leading group in South-East Asia
002|Da Nang|Digital Transformation Index (DTI) national rank|da-nang|! dti_rank
002|Da Nang|E-government development national rank|da-nang|! e_government_rank
002|Da Nang|Network information security national rank|da-nang|! information_security_rank
002|Da Nang|Semiconductor design national rank|da-nang|! semiconductor_design_rank
002|Da Nang|Artificial-intelligence application national rank|da-nang|! ai_application_rank
002|Da Nang|Provincial Innovation Index (PII) national rank|da-nang|! pii_rank
002|Da Nang|Smart city connected with national and SE-Asia networks|da-nang|smart city connected
002|Da Nang|City government directs on digital data|da-nang|directs on digital data
002|Da Nang|Services used via VNeID accounts|da-nang|services used via VNeID accounts
002|Da Nang|Digital applications completed|da-nang|! digital_applications
002|Da Nang|Data for specialised work digitised and managed digitally|da-nang|! data_digitised
002|National Assembly|Resolution 136/2024/QH15|da-nang|Resolution 136/2024/QH15
002|Viet Nam|Pillar resolutions (57, 59, 66, 68)|da-nang|4 pillar resolutions
003|Hanoi|Delegates|ha-noi|3,152 delegates
003|Hanoi|Connection points|ha-noi|212 connection points
003|Hanoi|Tasks assigned by the city steering committee|ha-noi|= VN-HN city_tasks_assigned
003|Hanoi|Tasks assigned by central level|ha-noi|= VN-HN central_tasks_assigned
003|Hanoi|Central tasks completed|ha-noi|= VN-HN central_tasks_completed
003|Hanoi|Central tasks completed on time|ha-noi|= VN-HN central_tasks_on_time
003|Hanoi|Central tasks completed late|ha-noi|= VN-HN central_tasks_late
003|Hanoi|Central tasks in progress|ha-noi|= VN-HN central_tasks_in_progress
003|Hanoi|Central tasks overdue|ha-noi|= VN-HN central_tasks_overdue
003|Hanoi|City tasks overdue|ha-noi|= VN-HN city_tasks_overdue
003|Hanoi|Records received and processed|ha-noi|= VN-HN files_processed
003|Hanoi|Synchronisation rate with national public service portal|ha-noi|= VN-HN national_portal_sync
003|Hanoi|Digitisation rate of records and results|ha-noi|= VN-HN digitised_files
003|Hanoi|Records with electronic results|ha-noi|= VN-HN e_results
003|Hanoi|Online payment rate|ha-noi|= VN-HN online_payment
003|Hanoi|Key bottlenecks identified|ha-noi|7 key bottlenecks
003|Hanoi DOST|Units open and connect data|ha-noi|! data_opened_and_connected
003|Hanoi|Shared-data list published|ha-noi|! shared_data_list
003|Hanoi|Specialised databases meet correct-sufficient-clean-live-unified-shared|ha-noi|specialised databases meet 6 criteria
003|Hanoi|Communes and wards receiving IT infrastructure plan|ha-noi|126 communes and wards
003|Hanoi|Key administrative procedures restructured|ha-noi|! procedures_restructured
003|Hanoi|Business procedures as full online services|ha-noi|! business_procedures_online
003|Hanoi|Communes and wards connected to the service-centre model|ha-noi|! service_centres_connected
003|Hanoi|"6 clear" principle|ha-noi|"6 clear"
003||Price of a cup of coffee|ha-noi|750,000 dong
004|Vinh Yen|Fixed broadband network providers|vinh-yen|= VN-70.vinh-yen broadband_providers
004|Vinh Yen|Population connected to fixed broadband|vinh-yen|= VN-70.vinh-yen fixed_broadband
004|Vinh Yen|Documents processed and digitally signed electronically|vinh-yen|= VN-70.vinh-yen e_signed_documents
004|Vinh Yen|Electronic public services received and processed|vinh-yen|= VN-70.vinh-yen e_services_processed
004|Vinh Yen|Community digital-technology and Project 06 teams|vinh-yen|= VN-70.vinh-yen digital_teams
004|Vinh Yen|Members of those teams|vinh-yen|= VN-70.vinh-yen digital_team_members
004|Vinh Yen|Communes and wards|vinh-yen|= VN-70.vinh-yen communes
004|ION ONE|Place in Vinh Phuc start-up competition|vinh-yen|ION ONE
004|Vinh Yen|Plan 111: TCVN ISO 9001:2015|vinh-yen|Plan 111
004|Vinh Phuc|Action Programme 85; Government Resolution 03|vinh-yen|Action Programme 85
004|Vinh Yen|Innovation and digital transformation rank in province|vinh-yen|! province_innovation_rank
004|Vinh Yen|Digital economy share of GDP|vinh-yen|! digital_economy_share
004|Vinh Yen|Online public services used by citizens and enterprises|vinh-yen|! online_service_use
004|Vinh Yen|Cashless transactions|vinh-yen|! cashless_rate
004|Vinh Yen|Enterprises with innovation activity|vinh-yen|! innovating_firms
004|Vinh Yen|5G/6G coverage of the area|vinh-yen|5G and 6G coverage
"""

# The nation: a piece of the fact's name, its period or the target's date, what it became.
NATION = """
digital economy share of GDP|2022|= digital_economy_share
core digital economy share|2022|= core_digital_economy_share
digitisation of other industries|2022|= sectoral_digital_economy_share
(mean of 2020 to 2022)|2020/2022|12.75 %, mean of 2020 to 2022
digital economy share of GDP|2024|= digital_economy_share
digital economy share of GDP|by 2025|! digital_economy_2025
digital economy share of GDP|by 2030|! digital_economy_share
digital economy share of GDP|by 2045|! digital_economy_2045
activated e-ID accounts|2025-12|= e_id_accounts
activated e-ID accounts|by |! e_id_accounts
administrative procedures offered online|2025-12|= procedures_online
adults (15+) with a payment account|by 2025|! adults_with_account
adults with a smartphone|by 2025|! smartphone_adults
working-age people trained|by 2025|! digital_skills
households reached by fibre|by 2025|! broadband_households
electronic health record|by 2025|! e_health_records
e-commerce share|by 2025|! ecommerce_2025
e-commerce share|by 2030|! ecommerce_share
contribution of TFP|by 2030|! tfp_contribution
high-tech exports|by 2030|! high_tech_exports
use of online public services|by 2030|! online_service_use
spending on R&D|by 2030|! rd_share
researchers and developers|by 2030|! researchers_per_10000
HDI|by 2030|! hdi
rank in South-East Asia|by 2030|! asean_digital_rank
rank in the world in digital|by 2030|! world_digital_rank
rank in the world in innovation|by 2045|! world_innovation_rank
"""

# Published ranks, whose facts stand in the column `note` of other facts.
RANKS = {
    ("hue", "VN-HUE", "dti_rank", "2022", "4"),
    ("hue", "VN-HUE", "dti_rank", "2023", "3"),
    ("da-nang", "VN-DN", "dti_rank", "2022", "1"),
    ("da-nang", "VN-DN", "pii_rank", "2024", "5"),
}

# How a collected operator is written as a target. A share cannot pass 100, so = is at least.
DEMANDS = {
    ">=": "at_least: {}", "at least": "at_least: {}", "about": "at_least: {}", "=": "at_least: {}",
    ">": "more_than: {}", "more than": "more_than: {}", "between": "at_least: {}, stretch: {}",
    "rank<=": "top: {}", "top": "top: {}", "done by": "at_least: 1", "done before": "at_least: 1",
}


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def rows_of(text: str) -> list[list[str]]:
    return [line.split("|") for line in text.strip().splitlines()]


def targets_of(path: Path) -> dict[str, str]:
    """id -> the entry that says its target: the model's own, else that of the built-in model that
    it extends last of those that have one."""
    text = path.read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for name in re.findall(r"kpiscore:([\w-]+)", re.search(r"^extends: (.*)", text, re.M)[1]):
        built_in = path.parents[2] / "lib/model/catalogue" / f"{name}.yaml"
        found.update(board.entries(built_in.read_text(encoding="utf-8")))
    own = board.entries(text)
    return found | {key: entry for key, entry in own.items() if "target:" in entry}


class Example:
    """One folder: its observations, of which each is to be accounted for, its targets, its README."""

    def __init__(self, folder: Path):
        self.readme = " ".join((folder / "README.md").read_text(encoding="utf-8").split())
        self.targets = targets_of(folder / "model.yaml")
        self.observations = table(folder / "observations.csv")
        for _, data in board.BESIDE.get(folder.name, []):
            self.observations += table(folder / data)
        self.left = [(o["area"], o["series"], o["period"], o["value"]) for o in self.observations]

    def observation(self, words: list[str], value: str, periods: list[str], source: str) -> str:
        """What is wrong with the observation of a fact; "" for nothing."""
        area, series = words
        for o in self.observations:
            key = (o["area"], o["series"], o["period"], o["value"])
            if key in self.left and key[:2] == (area, series) and o["period"] in periods:
                self.left.remove(key)
                if o["value"] != value:
                    return f"the value is {o['value']}, expected {value}"
                return "" if source in o["note"] else f"the note does not name {source}"
        return f"no observation in {periods}"

    def target(self, name: str, operator: str, value: str, date: str) -> str:
        demand = DEMANDS[operator].format(*value.split(".."))
        entry = re.sub(r"\s+", " ", self.targets.get(name, ""))
        found = re.search(r"target: \{([^}]*)\}", entry)
        if found is None or not found[1].startswith(demand):
            return f"the target is {found and found[1]}, expected {demand}"
        if date and not re.search(rf"(by|before): {date}$", found[1]):
            return f"the target is {found[1]}, expected {date}"
        return ""


def as_written(value: str, qualifier: str) -> str:
    """A collected number as the data file has it."""
    if qualifier.startswith("more than"):
        return ">" + value
    return "<" + value if qualifier.startswith("nearly") else value


def check(example: Example, what: str, area: str, fact: dict[str, str]) -> str:
    """What is wrong with what became of a fact; "" for nothing."""
    if what.startswith("= "):
        words = ([area] if area else []) + what[2:].split()
        return example.observation(words, fact["value"], fact["periods"], fact["source"])
    if what.startswith("! "):
        return example.target(what[2:], fact["operator"], fact["target"], fact["date"])
    return "" if what in example.readme else f"the README does not say {what!r}"


def cities(shared: Path, examples: dict[str, Example]) -> tuple[list[str], int]:
    facts, wrong = table(shared / "seed_facts.csv"), []
    addresses = {s["seed_file"]: s["address"] for s in table(shared / "seed_sources.csv")}
    places = rows_of(PLACES)
    if len(facts) != len(places):
        wrong.append(f"{len(facts)} facts were collected, {len(places)} are accounted for")
    for article, entity, indicator, folder, what in places:
        same = [f for f in facts if f["seed_file"].startswith(article + "_")
                and entity in f["entity"] and f["indicator"] == indicator]
        if len(same) != 1:
            wrong.append(f"{indicator} of {entity}: {len(same)} facts")
            continue
        f = same[0]
        fact = {
            "value": as_written(f["value"], f["qualifier"]),
            "periods": re.sub("[()]", " ", f["period/date"]).split(),
            "source": addresses[f["seed_file"]],
            "operator": f["target_operator"], "target": f["target_value"],
            "date": f["target_date"],
        }
        if fault := check(examples[folder], what, "", fact):
            wrong.append(f"{folder}: {indicator}: {fault}")
    return wrong, len(places)


def nation(shared: Path, example: Example) -> tuple[list[str], int]:
    facts, wrong = table(shared / "national_facts.csv"), []
    facts = [f for f in facts if f["topic"] in ("value", "target")]
    places = rows_of(NATION)
    if len(facts) != len(places):
        wrong.append(f"{len(facts)} facts were collected, {len(places)} are accounted for")
    publisher = ""
    for f, (indicator, when, what) in zip(facts, places):
        if f["topic"] == "value" and not f["source"].startswith("same"):
            publisher = f["source"].split()[0]
        of_fact = f["period"] if f["topic"] == "value" else "by " + f["target_date"]
        bound = "more than" if "more than" in f["source"] else ""
        fact = {
            "value": as_written(f["definition_or_value"], bound), "periods": [f["period"]],
            "source": publisher, "operator": f["target_operator"], "target": f["target_value"],
            "date": f["target_date"],
        }
        if indicator not in f["indicator"] or when != of_fact:
            wrong.append(f"viet-nam: found {f['indicator']} {of_fact}, expected {indicator} {when}")
        elif fault := check(example, what, "VN", fact):
            wrong.append(f"viet-nam: {indicator} {when}: {fault}")
    return wrong, len(places)


# The published structures that the catalogue has: whose, the model, what its ids begin with.
STRUCTURES = [("province", "dti-province", "dti_"), ("agency", "qd766", "points_")]


def structures(shared: Path, source: Path) -> tuple[list[str], int]:
    """The points of every group, as collected, are weights of the catalogue's tree."""
    wrong, n = [], 0
    for area, model, prefix in STRUCTURES:
        path = source / "lib/model/catalogue" / f"{model}.yaml"
        tree = path.read_text(encoding="utf-8").partition("\nindex:")[2]
        fact = next(f["definition_or_value"] for f in table(shared / "national_facts.csv")
                    if f["topic"] == "structure" and f["area"] == area)
        for group in fact.partition(": ")[2].partition(";")[0].split(", "):
            name, points = group.rsplit(" ", 1)
            found = re.search(rf"id: {prefix}{name.replace(' ', '_')}\b.*?weight: (\d+)", tree, re.S)
            n += 1
            if found is None or found[1] != points:
                wrong.append(f"{model}: the weight of {name} is {found and found[1]}, expected {points}")
    return wrong, n


def main(source: Path) -> int:
    shared = source.resolve().parent / "shared"
    if not (shared / "seed_facts.csv").exists():
        print("skipped: the collected facts are not beside the checkout")
        return SKIPPED
    examples = {name: Example(source / "examples" / name) for name in board.FOLDERS}
    wrong, n = cities(shared, examples)
    more, n_more = nation(shared, examples["viet-nam"])
    faults, n_groups = structures(shared, source)
    for name, example in examples.items():
        left = [key for key in example.left if (name, *key) not in RANKS]
        wrong += [f"{name}: {key} is no collected fact" for key in left]
    return board.report(wrong + more + faults, n + n_more + n_groups)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
