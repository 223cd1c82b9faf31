"""Bylines taken apart."""

import pytest

from newsarchive.finding.people.splitting import split_names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jane Doe", ["Jane Doe"]),
        ("Jane Doe, John Roe and Mary Moe", ["Jane Doe", "John Roe", "Mary Moe"]),
        ("Erika Muster und Max Muster", ["Erika Muster", "Max Muster"]),
        ("Jane Doe, Staff Writer", ["Jane Doe"]),
        ("Jane Doe | Reporter", ["Jane Doe"]),
        ("Jane Doe / The Elsewhere Gazette", ["Jane Doe"]),
        ("Jane Doe Gazette Correspondent", ["Jane Doe"]),
        ("Jane DoeShowbiz Reporter", ["Jane Doe"]),
        ("Jane McDoe", ["Jane McDoe"]),
        ("Jane Doe on 19 July 2021", ["Jane Doe"]),
        ("Jane DoePublished: Jul 19, 2021", ["Jane Doe"]),
        ("Jane Doe@janedoe", ["Jane Doe"]),
        ("Dr. Jane Doe", ["Jane Doe"]),
        ("Jane Doe PhD", ["Jane Doe"]),
        ("Ludwig van der Berg", ["Ludwig van der Berg"]),
        ("Jane Doe5 hours ago", ["Jane Doe"]),
        ("Jane Doe The Associated Press", ["Jane Doe"]),
        ("Jane Doe Boston Globe", ["Jane Doe"]),
        ("Jane DoeCEO", ["Jane Doe"]),
        ("Jane SanRoe", ["Jane SanRoe"]),
        ("Erika Muster Vom 3. Februar 2022", ["Erika Muster"]),
        ("Erika Muster Stand: 05. Februar 2020", ["Erika Muster"]),
        ("Erika Muster Erstellt am 01.01.23 um 08:35", ["Erika Muster"]),
        ("Erika Muster Lesezeit: 4 Min.", ["Erika Muster"]),
        ("Erika Muster am Samstag, 19. Oktober 2019", ["Erika Muster"]),
        ("Rechtsanwalt Max Muster", ["Max Muster"]),
        ("Nicole Collignon22. Februar 2020", ["Nicole Collignon"]),
        ("Erika Muster Erstellt am 01.01.23, geändert am 02.01.23", ["Erika Muster"]),
        ("Erika Muster     Illustration von Max Muster", ["Erika Muster"]),
        ("Juana Pérez jperez@example.org", ["Juana Pérez"]),
        ("Jeanne Dupont mis à jour le 19 juillet", ["Jeanne Dupont"]),
        ("Juana Pérez | Publicado hace 3 horas", ["Juana Pérez"]),
        ("Jan Novák a Petr Dvořák", ["Jan Novák", "Petr Dvořák"]),
        ("Анна Иванова и Пётр Сидоров, корреспондент", ["Анна Иванова", "Пётр Сидоров"]),
        ("Ștefan Popescu și Ioana Ionescu", ["Ștefan Popescu", "Ioana Ionescu"]),
        ("b2man am 29.12.2010, 13:36 Uhr", ["b2man"]),
        ("erika1", ["erika1"]),
        ("Olga Symbolbild", ["Olga"]),
        ("Jane Doe, Hamburg, und John Roe", ["Jane Doe", "John Roe"]),
        ("ERIKA MUSTER UND MAX MUSTER", ["ERIKA MUSTER", "MAX MUSTER"]),
        ("JUANA PÉREZ Y ANA RUIZ", ["JUANA PÉREZ", "ANA RUIZ"]),
        ("JANE E DOE", ["JANE E DOE"]),
        ("Juana Pérez com Lusa", ["Juana Pérez"]),
        ("Erika Muster und Max Muster, dpa", ["Erika Muster", "Max Muster", "dpa"]),
        ("Lars Muster og /ritzau/", ["Lars Muster", "ritzau"]),
        ("Της Δήμητρας Παπαδοπούλου", ["Δήμητρας Παπαδοπούλου"]),
    ],
)
def test_a_byline_gives_its_names_and_nothing_else(text: str, names: list[str]) -> None:
    assert split_names(text) == names
