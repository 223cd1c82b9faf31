"""Words of English that stand in or beside names and tell what they name."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words(
    """President Vice Prime Minister Secretary Secretary-General Chancellor Premier King Queen
    Prince Princess Pope Sheikh Sheik Imam Ayatollah Hojatoleslam Sayyid Lord Lady Sir Dame
    Senator Congressman Congresswoman Representative Governor Mayor Judge Justice Ambassador
    Professor Doctor Captain Colonel Major General Lieutenant Brigadier Admiral Sergeant
    Commander Chief Speaker Chairman Chairwoman Director Sultan Emir Deputy Attorney
    Archbishop Bishop Cardinal Father Rabbi Mr Mrs Ms Dr Gen Maj Lt Col Sgt Sen Rep Gov Prof
    Capt Adm Cmdr Rev Brig St Spokesman Spokeswoman Spokesperson Officer Envoy Adviser Advisor
    Leader Marshal Field Justice"""
)
"""Before a person's name, alone or in a row: `Major General`."""

SURNAMES = _words("Bishop Field Judge Justice King Major Marshal Pope Prince")
"""Titles that people are called by, too."""

YOUNGER = _words("Jr Jr. Sr Sr. II III")
"""Behind a person's surname, which may look like a title: `Martin Luther King Jr.`"""

TITLE_PARTS = _words(
    """Foreign Defense Defence Interior Finance Health Justice Energy Trade Oil State Treasury
    Press National Security Special Executive Supreme First Lady former Former Acting Interim
    Caretaker"""
)
"""Before or within a row of titles: `Foreign Minister`, `Secretary of State`."""

OCCUPATIONS = _words(
    """spokesman spokeswoman spokesperson president minister premier cleric commander general
    leader journalist reporter analyst director chief chairman chairwoman lawmaker senator
    congressman secretary adviser advisor envoy ambassador dictator chancellor governor mayor
    judge professor economist historian author writer activist lawyer actor actress singer
    candidate politician king queen prince princess emir sheikh ayatollah imam pope head
    member colonel captain lieutenant editor correspondent photographer scientist researcher
    founder owner executive manager coach striker predecessor successor wife husband son
    daughter brother sister father mother partner designer engineer developer consultant
    comedian rapper musician billionaire entrepreneur artist poet novelist filmmaker"""
)
"""Directly before a person's name, in small letters."""

ORGANISATIONS = _words(
    """Ministry Ministries Department Agency Authority Administration Commission Committee
    Council Court Parliament Congress Senate Assembly House Cabinet Government Bureau Office
    Service Services Force Forces Army Navy Guard Guards Corps Brigade Brigades Battalion
    Division Command Units Unit Militia Police Party Front Movement Union League Alliance
    Coalition Bloc Federation Confederation Association Organization Organisation Society Club
    Group Network Bank Fund Foundation Institute Institution University College School Academy
    Centre Center Museum Church Company Corporation Corp Inc Ltd Holdings Industries Airlines
    Airways Motors Times Post Journal News Herald Tribune Gazette Telegraph Magazine Press
    Television TV Radio Broadcasting Initiative Board Chamber Trust Hospital Laboratory
    Observatory Secretariat Tribunal Mission Programme Program Campaign Brotherhood Watch
    Gallery Library Theatre Theater Orchestra Hotel"""
)
"""An organisation's name ends in one of these, or begins with one that `of` or `for` follows."""

BEFORE_ORGANISATIONS = _words("Bank Club Museum Radio")
"""Words of these with which an organisation's name may begin: `Radio Free Europe`."""

PLACES = _words(
    """Airport Airfield Base Camp Province Governorate Region District County City Town Village
    Island Islands Peninsula Mountain Mountains Mount Hills Valley River Lake Sea Ocean Gulf
    Bay Strait Straits Canal Port Harbor Harbour Street Avenue Road Square Bridge Park Desert
    Forest Coast Cape Heights Strip Zone Border Prison Stadium Palace Republic Kingdom
    Emirates States Territory Crossing Station Plateau Oasis Cathedral Castle Abbey Beach
    Garden Gardens"""
)
"""A place's name ends in one of these, or begins with one that `of` follows."""

BEFORE_PLACES = _words("Camp Cape Lake Mount Port Fort River Isle")
"""Words with which a place's name begins without more: `Lake Michigan`."""

NO_KIND = _words(
    """Act Agreement Amendment Awards Award Bill Championship Championships Conference Convention
    Cup Day Days Era Festival Fest Final Finals Games Hour Law Month Night Olympics Open Playoff
    Playoffs Prize Season Series Show Summit Tournament Treaty Trial War Wars Week Weekend Year"""
)
"""What ends in one of these is an event or a law, whatever stands beside it."""

BASED = _words("area backed based born controlled era held led made owned run style themed wide")
"""Behind a hyphen they make an adjective of a name: `Los Angeles-based`."""

SUBJECTS = _words(
    """Agriculture Arts Culture Customs Education Energy Environment Finance Food Health Housing
    Immigration Justice Labor Labour Media Oil Peace Research Science Securities Trade Transport"""
)
"""With `and`, the first of two in an organisation's name: `Food and Drug Administration`."""

NOT_ALONE = _words(
    """AI A.I. AR Bitcoin Black CEO CFO ChatGPT Christian DVD Eve Excel HTML IT Java JavaScript La
    Linux PC PDF Python SEO SQL TV UI UX VR WiFi Wi-Fi Windows"""
)
"""Words that begin or end names, and are no names alone: `Black Sea`, New Year's `Eve`, `AI
Now`."""

AFTER_PLACES = _words(
    """province city region district governorate village town airport airbase border peninsula
    island county suburb neighbourhood neighborhood valley river desert"""
)
"""Directly after a place's name, in small letters."""

AFTER_ORGANISATIONS = _words(
    """group militia movement party alliance bloc coalition agency newspaper television network
    channel faction fighters brigade militants organisation organization ministry parliament
    company airline magazine daily broadcaster website spokesman spokeswoman officials
    official think-tank"""
)
"""Directly after an organisation's name, in small letters."""

IN = _words("in In near Near outside Outside across Across inside throughout")
"""Directly before a place, and before much else: the weakest of the clues."""

SAYING = _words(
    "said says told added noted stressed announced warned tweeted argued wrote insisted"
)
"""Directly after a person's whole name, and after an organisation's too."""

CALENDAR = _words(
    """Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May
    June July August September October November December Christmas Easter Ramadan GMT EST EDT
    UTC AM PM"""
)

COMMON = _words(
    """I A An The This That These Those It Its He She They We You His Her Their Our Your My Him
    Them Us There Here Who What When Where Why How Which While If But And Or Nor So Yet For Of
    In On At By To From With Without Within Into Onto Over Under About Above After Before
    Between Among Against During Since Until Till Through Throughout Across Along Around
    Behind Beyond Despite Although Though Because As Like Unlike Than Then Thus Hence Also
    Still Even Just Only Not No Yes Never Ever Now Today Yesterday Tomorrow Later Earlier
    Meanwhile However Moreover Furthermore Nevertheless Nonetheless Otherwise Instead Indeed
    Perhaps Maybe Some Any All Both Each Every Few Many Most Much More Less Other Others
    Another Such Same One Two Three Four Five Six Seven Eight Nine Ten Hundreds Thousands
    Millions Several Once Twice First Second Third Last Next New Old Former Recent Recently
    According Asked Asking Speaking Citing Given Based Including Following Regarding
    Concerning Having Being Is Are Was Were Be Been Do Does Did Has Have Had Can Could May
    Might Must Shall Should Will Would Let Read Watch See Make Thanks Thank Get Give Take Look
    Photo File Image Video Mission Click Acting Interim Caretaker
    Amid Amidst Whether Either Neither Again Almost Already Always Often Sometimes Soon Far
    Back Out Up Down Off Well Good Great Big Analysts Officials Experts Critics Sources
    Reports People Police Don't Won't It's That's There's We're We've They're He's She's I'm
    I've God Internet Web COVID-19 Covid-19 Coronavirus Meantime Earth English"""
)
"""Capitalised at the beginning of a sentence or by habit: no names, and none begins with one."""
