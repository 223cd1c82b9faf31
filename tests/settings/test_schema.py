import json
import re
from importlib import resources
from pathlib import Path

import yaml

from newsarchive.settings.schema import Settings, settings_schema
from newsarchive.settings.site import load_site
from samples import PROJECT, put

SHIPPED = resources.files("newsarchive") / "schema"


def test_the_shipped_schema_is_that_of_the_settings() -> None:
    shipped = json.loads((SHIPPED / "site.json").read_text(encoding="utf-8"))
    assert shipped == settings_schema(), "write settings_schema() to schema/site.json"


def test_every_setting_has_a_description_for_editors() -> None:
    for record in settings_schema()["$defs"].values():
        for name, setting in record["properties"].items():
            assert setting.get("description") or "$ref" in setting, name


def test_the_settings_of_a_new_archive_are_the_defaults_with_every_key_named(
    tmp_path: Path,
) -> None:
    text = (SHIPPED / "new-site.yaml").read_text(encoding="utf-8")
    settings = load_site(put(tmp_path, {"site.yaml": text})).settings
    assert settings == Settings(about=settings.about)
    named = set(re.findall(r"^(?:# )?(\w+):", text, re.MULTILINE))
    assert {"title", "description", "curator", "url", "language", "about", "publish"} <= named


def test_what_is_commented_out_for_a_new_archive_is_valid_too(tmp_path: Path) -> None:
    text = (SHIPPED / "new-site.yaml").read_text(encoding="utf-8")
    settings_alone = text.partition("# To correct")[0]
    setting = r"^# ((?:url|noindex|rights|columns|limits|publish):.*|  [\w ]+:.*)$"
    text = re.sub(setting, r"\1", settings_alone, flags=re.MULTILINE)
    settings = load_site(put(tmp_path, {"site.yaml": text})).settings
    assert settings.url
    assert settings.noindex
    assert settings.rights != Settings().rights
    assert settings.columns.date == ("verschenen", "meta.day")
    assert settings.publish.directory


def test_the_projects_own_settings_are_valid_for_the_schema_too() -> None:
    settings = yaml.safe_load((PROJECT / "site.yaml").read_text(encoding="utf-8"))
    assert settings.keys() <= settings_schema()["$defs"]["Settings"]["properties"].keys()
    assert load_site(PROJECT).settings.title == settings["title"]
