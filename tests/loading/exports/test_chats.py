from pathlib import Path

from newsarchive.loading import load
from newsarchive.loading.exports.chats import text_of_chat
from newsarchive.model import Document

PROSE = "The council voted to close the pier until summer, for a storm broke four of its piles. "
PAGE = f"""<!DOCTYPE html><html><head><title>Exported Data</title></head><body>
<div class="page_header"><div class="text bold">Harbour Watch</div></div>
<div class="page_body chat_page"><div class="history">
<div class="message service" id="message-1"><div class="body details">7 August 2021</div></div>
<div class="message default clearfix" id="message1">
 <div class="pull_left userpic_wrap"><div class="initials">H</div></div>
 <div class="body">
  <div class="pull_right date details" title="07.08.2021 09:30:12 UTC+01:00">09:30</div>
  <div class="from_name">Harbour Watch: News</div>
  <div class="text"><strong>Pier to close</strong><br><br>{PROSE * 5}<br><br>{PROSE}</div>
 </div>
</div>
<div class="message default clearfix joined" id="message2">
 <div class="body">
  <div class="pull_right date details" title="08.08.2021 10:00:00 UTC+01:00">10:00</div>
  <div class="pull_left forwarded userpic_wrap"><div class="initials">F</div></div>
  <div class="forwarded body">
   <div class="from_name">Ferry Line
    <span class="date details" title="08.08.2021 08:00:00 UTC+01:00"> 08.08.2021 08:00:00</span>
   </div>
   <div class="text">Ferry sails again<br><br>{PROSE * 5}</div>
  </div>
 </div>
</div>
</div></div></body></html>"""


def test_each_message_stands_below_who_sent_it_and_when() -> None:
    prose = PROSE.strip()
    many = " ".join([prose] * 5)
    assert text_of_chat(PAGE) == (
        f"Harbour Watch News, [2021-08-07 09:30:12]\nPier to close\n{many}\n{prose}\n\n"
        f"Harbour Watch News, [2021-08-08 10:00:00]\n"
        f"[Ferry Line 08.08.2021 08:00:00]\nFerry sails again\n{many}"
    )


def test_the_long_messages_of_a_chat_that_was_exported_are_articles(tmp_path: Path) -> None:
    (tmp_path / "messages.html").write_text(PAGE)
    pier, ferry = load(tmp_path / "messages.html", "messages.html")
    assert isinstance(pier, Document)
    assert isinstance(ferry, Document)
    assert (pier.record, ferry.record) == ("1", "2")
    assert [(one.field, one.value) for one in pier.statements] == [("crawled", "2021-08-07")]
    assert [(one.field, one.value) for one in ferry.statements] == [("crawled", "2021-08-08")]
    assert ferry.labels == {
        1: ("boilerplate", "head-of-a-message"),
        2: ("boilerplate", "head-of-a-message"),
    }
