"""What looks like an acronym and is none: units, company forms, postal codes, letters after names."""

# Read as acronyms all the same, though they are words of some language: the ones that texts use as such.
NOT_WORDS = frozenset(
    """
    AIDS WHO US IT
    """.split()
)

# Names of bodies and alliances that everybody reads as a word: headings have them as words, names stand beside them.
SPOKEN = frozenset(
    """
    ALBA ANZUS BENELUX CARICOM CENTO CERN COMECON COMESA COVAX ECOSOC ECOWAS EFTA EURATOM EUROJUST EUROPOL FIFA FRONTEX
    IATA ICAO INTERPOL MAPHILINDO MERCOSUR NAFTA NASA NATO OHADA OPANAL OPEC OSCE OTAN SEATO SIPRI UEFA UNASUR UNCITRAL
    UNCTAD UNESCO UNICEF UNIDO UNITAR WADA WIPO
    """.split()
)
UNITS = frozenset(
    """
    kW MW GW TW kWh MWh GWh TWh kWp MWp GWp Hz kHz MHz GHz THz dB dBi dBm kB KB MB GB TB PB KiB MiB GiB Kbps
    kbps Mbps Gbps Mbit Gbit kV mV mA mAh Ah Wh kVA MVA kJ MJ GJ Pa kPa MPa GPa hPa KM KG MM CM ML HP PSI RPM
    rpm BTU pH mL dL µL nM kN Nm MP km kg mm cm mg µg CC BHP PPM ppm KW KWH MBps GBps MPH FPS fps ISO DPI dpi
    TBSP TSP LB OZ LBS GT DWT TEU MAX
    """.split()
)
UNITS_ALWAYS = frozenset(
    """
    kWh MWh GWh TWh kWp MWp GWp kHz MHz GHz THz dB dBi dBm KiB MiB GiB mAh kVA MVA kPa MPa GPa hPa mL dL kW MBps
    GBps kV mV mA kB pH kJ kN Hz Pa Nm µL nM MtCO2e tCO2 tCO2e Mbps Gbps Kbps kbps Mbit Gbit
    """.split()
)
NEVER = frozenset(
    """
    NW NE SW SE AM PM OK PhD OBE MBE CBE QC KC PO NO Nr GmbH LLC LLP PLC SpA SARL BV DPhil MPhil BSc MSc LLB LLD
    MD5 SHA1 ThS PGS
    """.split()
)
AFTER_NAMES = frozenset(
    """
    PhD OBE MBE CBE KBE DBE QC SC KC MP JP MD MA BA MBA MPA MPH BSc MSc CPA RN FRS Esq AM AO AC LLM PSM SH MH SE
    MM ST SIP SSos MRICS FRICS FRCP FRCS MRCP MRCS FRSA FRGS FCCA FCIPD MCIPD
    """.split()
)
COMPANY_FORMS = frozenset(
    """
    PT CV AG SA NV KG SE AS AB BV UD PTE LTD INC CO TBK LLC LLP PLC GMBH BHD SDN JSC
    """.split()
)
STATES = frozenset(
    """
    AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH
    OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY NSW VIC QLD WA SA TAS ACT NT ON QC BC AB MB SK NS NB NL
    """.split()
)
STATES_OF_BRAZIL = frozenset(
    """
    AC AL AM AP BA CE DF ES GO MA MG MS MT PA PB PE PI PR RJ RN RO RR RS SC SE SP TO
    """.split()
)  # written after a slash or a dash: "Brasília/DF"
POSTAL_COUNTRIES = frozenset("AT BE CH CZ DE DK ES FI FR IT LU NL NO PL PT SE".split())  # before a postal code
NEIGHBOURHOODS = frozenset({"KM", "RT", "RW"})  # of addresses, before a number: "Jl. Raya KM 3", "RT 03 RW 07"
SHORTENED = frozenset("ABS ART CAP CH CHAP EQ FIG KAP PAR SEC TAB VOL".split())  # words, before a stop and a number
STRESSED = frozenset(
    """
    ALL BEST BIG BOTH FEW LAST MAIN MANY MOST NEW NEXT OLD ONE ONLY OWN REAL SAME TEN TOP TRUE TWO VERY
    """.split()
)  # words that are stressed after "the"
HONOURS = frozenset({"HE", "HRH", "HM", "HH"})
TITLES_BEFORE_NAMES = frozenset({"PT", "MS", "MR", "DR"})
CURRENCY_SIGNS = frozenset({"RM", "RS", "RP"})
CURRENCY_CODES = frozenset(
    """
    USD EUR GBP JPY CNY IDR VND THB MYR SGD PHP KHR LAK MMK BND INR NPR BDT LKR PKR CHF AUD NZD CAD HKD TWD KRW
    XOF XAF ZAR BRL MXN DOP SEK NOK DKK RMB
    """.split()
)
# Parts of names in capitals and lower case that are no whole words: what has one of them is a clipping.
CLIPPINGS = frozenset(
    """
    Dep Ed Mo Sec Min Dev Org Gov Soc Int Nat Gen Pol Phil Kem Reg Sos Lab Univ Prov Comm Ag Conf Dir Edu Fin
    """.split()
)
WHOLE_CLIPPINGS = frozenset(
    """
    De Di Mac Mc Van La Le Du Fitz Mag O Ter Ten
    """.split()
)  # of surnames: DeSantis, McDonald
# Names with a number of their own, which is none of a series as that of "ILC-99" is.
WITH_NUMBERS = frozenset(
    """
    COVID-19 SARS-CoV-1 SARS-CoV-2 ICD-10 ICD-11 UTF-8 UTF-16 SHA-1 SHA-256 SHA-512 G-7 G-8 G-20 G-77
    """.split()
)
# Those of them that texts write like a name, or without the hyphen: "Covid-19", "COVID19".
NAMED_WITH_NUMBERS = frozenset("COVID-19 COVID19".split())
LIKE_A_NAME = frozenset({"Covid"})
