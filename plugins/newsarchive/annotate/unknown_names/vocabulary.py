"""The words of news English that stand in capitals and are no names, or that say what a name beside them names.

All are lower case. In other languages the archive's own lower-case words serve, and the sentence's beginning.
"""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Before a name each of these is an office or a form of address whatever follows.
TITLES = _words(
    "president vice-president premier minister chancellor senator sen sens congressman congresswoman representative "
    "rep reps governor gov lieutenant lt ambassador secretary secretary-general spokesman spokeswoman spokesperson "
    "chairman chairwoman chairperson chair professor prof dr mr mrs ms mx messrs sir madame monsieur sheikh sultan "
    "emir ayatollah mullah imam rabbi archbishop cardinal patriarch reverend rev gen adm col capt maj sgt cpl cmdr spc "
    "pvt brig corporal sergeant commander commissioner attorney superintendent sheriff detective inspector ceo cfo coo "
    "co-founder co-chair treasurer speaker comrade undersecretary aide councilman councilwoman assemblyman alderman "
    "legislator lawmaker parliamentarian leader coach striker midfielder goalkeeper singer actor actress director "
    "captain colonel admiral mayor officer member founder"
)

# These begin names of other things too (`General Motors`), end surnames (`Bishop`), or are given names (`Prince`).
DOUBTFUL_TITLES = _words(
    "general major marshal king queen prince princess lord lady pope bishop judge justice chief father sister brother "
    "saint doctor duke duchess count countess baron miss mother lance private deacon dean executive"
)

# These stand before a title and belong to it: `Deputy Prime Minister`, `White House Press Secretary`.
BEFORE_TITLES = _words(
    "vice prime deputy foreign defence defense interior finance justice press chief assistant acting former then late "
    "first majority minority executive managing senior staff supreme crown grand health education energy trade labour "
    "labor home culture transport agriculture economy environment state district under co opposition party general "
    "national security ranking honorary permanent special right royal ex operating financial information technology "
    "presiding"
)

# After `Secretary of` and the like these are the office; a country would be a name.
OFFICES = _words(
    "state defence defense energy commerce labor labour agriculture transportation education treasury interior "
    "homeland security veterans affairs foreign health human services housing urban development justice finance war "
    "the navy army air force staff parliament and"
)

PLACE_WORDS = _words(
    "district region province county state republic village town city settlement street avenue road square river lake "
    "mountain mountains mount valley pass island islands bay gulf sea ocean strait peninsula desert airport port park "
    "bridge canal forest oblast raion governorate municipality parish township borough prefecture territory beach "
    "castle palace stadium hills coast heights springs falls creek harbor harbour reservoir dam cape kingdom emirates "
    "theater theatre tower temple mosque cathedral monastery volcano"
)
ORGANISATION_WORDS = _words(
    "ministry council agency party union university college institute bank army navy police association committee "
    "subcommittee commission court parliament assembly congress senate house press times post journal herald tribune "
    "gazette news newspaper company co corporation corp inc ltd llc plc group holdings federation league foundation "
    "service services office department bureau organisation organization authority administration board school "
    "hospital church club team front movement alliance coalition society center centre fund guard forces force corps "
    "brigade airlines airways motors industries international television radio network studios academy observatory "
    "museum tribunal embassy cabinet government chamber secretariat exchange market trust caucus"
)
# The kinds of things that a name names with its last word or with its first one before `of`.
EVENT_WORDS = _words(
    "war battle conference summit treaty agreement accord accords olympics games cup championship championships "
    "festival election elections revolution uprising massacre earthquake hurricane tournament convention protocol"
)
# Words that take `of` and a name into a longer name: `Bank of X`, `Gulf of X`.
TAKE_OF = (
    PLACE_WORDS
    | ORGANISATION_WORDS
    | EVENT_WORDS
    | _words("tower gate isle commonwealth declaration bill prince princess duke king queen archbishop patriarch act")
)
# Of these `and` may lead on to more of the name: `Ministry of Finance and Economy`.
TAKE_AND = _words(
    "agency bureau centers commission committee department institute ministry office secretary subcommittee"
)
# Alone these say what something is, and not which.
GENERIC = (
    TITLES
    | DOUBTFUL_TITLES
    | PLACE_WORDS
    | ORGANISATION_WORDS
    | EVENT_WORDS
    | _words(
        "act bill amendment constitution title section chapter article part law code resolution report internet web "
        "facebook god bible islam christian christians muslim muslims jew jews jewish islamic catholic catholics sunni "
        "sunnis shiite shiites shia democrat democrats democratic republican republicans labour labor conservative "
        "conservatives liberal liberals tory tories communist communists socialist socialists nazi nazis western "
        "westerner westerners eastern northern southern central soviet west east north south northeast northwest "
        "southeast southwest federal majors americans members member administrator program project plan fact "
        "committees photo video image caption credit getty uncredited contact tel phone fax email mail note update "
        "updated source sources related advertisement sport sports science world nation nations national united state "
        "states union administrations chairmen senators representatives ministers presidents governors earth sun moon "
        "bachelor highway route interstate"
    )
)

# What begins a sentence or a headline, or stands in capitals within one, and is no part of a name there.
FUNCTION_WORDS = _words(
    "a about above according across additionally after afterward afterwards again against ago all almost along already "
    "also although always amid among an and another any anyone are around as asked at away back because been before "
    "behind being below beneath beside besides between beyond both but by can citing could currently dear despite did "
    "do does during each earlier either elsewhere even eventually every everyone everything except few finally first "
    "following for former formerly from further furthermore generally given had has have having he hello hence her "
    "here hers him his how however i if in including indeed initially inside instead into is it its just last lately "
    "later least less let like likewise made many maybe me meanwhile mine more moreover most much must my near nearly "
    "neither never nevertheless no nobody none nonetheless nor not nothing now of off often on once one only onto or "
    "originally other others otherwise our ours out outside over overall own per perhaps please previously quite "
    "rather recently regarding said same says second several shall she should similarly since so some somebody someone "
    "something sometimes soon speaking specifically still subsequently such than thank thanks that the their them then "
    "there thereafter therefore these they third this those though through throughout thus till to today together "
    "tomorrow tonight too toward towards two three four five six seven eight nine ten hundreds thousands millions "
    "dozens under unfortunately unless unlike until up upon us very via was we well were what whatever when whenever "
    "where whereas wherever whether which while who whoever whom whose why will with within without would yes "
    "yesterday yet you your yours i'm i've i'll i'd it's he's she's we're we've we'll they're they've that's there's "
    "don't didn't isn't wasn't won't can't let's you're you've what's who's here's"
)

# In a text that has lost its full stops a capital may still tell that a sentence begins.
STOPPERS = FUNCTION_WORDS - _words(
    "an behind best do early even every few first hello i just last least less like may me mine most much must near no "
    "now of off old once one own per said second several so some still such third three two us very well will yes five "
    "six seven eight nine ten hundreds to and not little"
)

WEEKDAYS = _words(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun mondays "
    "tuesdays wednesdays thursdays fridays saturdays sundays"
)
MONTHS = _words(
    "january february march april may june july august september october november december jan feb mar apr jun jul aug "
    "sep sept oct nov dec"
)
# Days and times that have names, and what stands beside a time of day.
CALENDAR = (
    WEEKDAYS
    | MONTHS
    | _words(
        "christmas easter halloween thanksgiving ramadan hanukkah passover spring summer autumn winter gmt utc est edt "
        "cst cdt pst pdt mst mdt cet am pm bc ad bce ce"
    )
)

# What many write in capitals and is the name of nobody.
ORDINARY_ACRONYMS = _words(
    "ok tv dvd cd id faq url pdf html http www gps suv pc ip it gdp gnp vat ceo cfo coo cto vip pr hr dna rna hiv aids "
    "covid ph.d phd md mp mps mep meps ngo ngos atm rpg ied ieds icbm usb hd fm ac dc km mph kg ii iii iv vi vii viii "
    "ix xi xii jr sr esq st no vs etc ps re cc rsvp asap fy"
)

# In capitals these are names, although they are ordinary words in small letters.
NAMES_IN_CAPITALS = _words("us who")
# What a single word may not be to be a name.
NEVER_ALONE = CALENDAR | FUNCTION_WORDS | ORDINARY_ACRONYMS

# The adjectives and peoples of countries and parts of the world: they go with a name and are none in a registry.
PEOPLES = _words(
    "afghan african albanian algerian american angolan arab arabic argentine argentinian armenian asian australian "
    "austrian azerbaijani azeri bahraini bangladeshi basque belarusian belgian bolivian bosnian brazilian british "
    "bulgarian burmese cambodian cameroonian canadian catalan chadian chechen chilean chinese colombian congolese "
    "croatian cuban cypriot czech danish dutch ecuadorian egyptian emirati english eritrean estonian ethiopian "
    "european filipino finnish flemish french georgian german ghanaian greek guatemalan haitian hispanic honduran "
    "hungarian icelandic indian indonesian iranian iraqi irish israeli italian ivorian jamaican japanese jordanian "
    "kashmiri kazakh kenyan korean kosovar kurdish kuwaiti kyrgyz lao latin latino latvian lebanese liberian libyan "
    "lithuanian macedonian malaysian maltese mexican moldovan mongolian moroccan mozambican namibian nepalese nepali "
    "nicaraguan nigerian nigerien norwegian omani ottoman pakistani palestinian panamanian paraguayan persian peruvian "
    "polish portuguese qatari romanian russian rwandan saudi scandinavian scottish senegalese serb serbian singaporean "
    "slovak slovenian somali spanish sudanese swedish swiss syrian taiwanese tajik tanzanian thai tibetan tunisian "
    "turkish turkmen ugandan ukrainian uruguayan uyghur uzbek venezuelan vietnamese welsh yemeni zambian zimbabwean "
    "briton dane finn frenchman frenchmen englishman englishmen irishman irishmen dutchman dutchmen pole scot spaniard "
    "swede turk kurd serb croat slovene tatar uighur berber roma romani anglo afro eurasian caucasian balkan nordic "
    "baltic trans-atlantic transatlantic"
)

# Words that begin a name although they are ordinary ones: nothing may take them off.
NAME_BEGINNINGS = _words(
    "new north south east west northern southern eastern western upper lower great greater saint san santa st fort "
    "mount lake cape port white red black green blue golden united national international central royal federal "
    "supreme world european american british big little old grand free human high air bank university house ministry "
    "council republic gulf bay national islamic democratic"
)

# Of German, in which every noun has a capital: its commonest words, and those that tie a noun to a noun.
GERMAN = _words("der die das und den dem des ist nicht mit ein eine einen sich auch auf für im zu wird sind werden")
GERMAN_TIES = _words("der des zum zur")

# A word that ends so is tied to a name by a hyphen and is no part of it: `Baku-based`, `London-wide`.
TAILS = (
    r"(?:\w*(?:ed|ing)|led|born|style|like|wide|era|run|held|made|built|only|area|bound|owned|friendly|wing|type|level"
    r"|rich|free|size|elect|designate|general|turned|majority|minded|linked|language|registered|based|related)"
)

# Small words that stand within names: `Leonardo da Vinci`, `Osama bin Laden`.
PARTICLES = _words(
    "al bin bint ibn da das de del della dello den der des di do dos du el la le van von ten ter zu zum af av ul"
)
