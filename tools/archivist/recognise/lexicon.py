"""Words of ordinary language that texts print in capitals: headings, menus, emphasis; and what looks like an acronym."""

COMMON_WORDS = frozenset(
    """
    able about above access accept account act action active activity add address adopt adopted after again agenda agree agreement aim
    all also always among analysis and annex annual another answer any appendix apply approach april archive archives are area around
    article articles as asia ask at august author authors available away back background bank based basic be because become been before
    began being below benefit benefits best better between beyond big black blog blue board body book books both box bring budget build
    building business but buy by call came can care careers cart case cases categories category cause center centre central chair change
    chapter check child children choose city civil class clear click close code come coming comment comments committee common community
    company compare complete conclusion conference congress contact content contents continue convention cookie cookies copy copyright
    corner cost could council countries country country course court cover create current daily data date dates day days dear december
    decent decision declaration define deputy design detail details development did different digital direct director disclaimer discuss
    do document documents does done down download draft during each early east economic economy editor education email employment end
    english enter equal equality error etc europe even event events every example executive exit exports extra fact facts fair family
    faq far fast feature features february federal feedback file files final finance find first five floor floors focus follow following
    food for form forum found foundation four framework free french friday from full fund funding further future gallery gender general
    get give global go goal goals good government great green group groups growth guide guidelines had half hand has have he head health
    help her here high highlights him his history home hope house how however human ideas if image images impact important in income
    index industry info information initiative input inside institute insurance interview into introduction is issue issues it item items
    its january job jobs join journal july june just keep key know labour labor land language large last latest law lead leader leaders
    learn leave left legal less let letter level library life like line link links list live local location log login logout long look love
    made main make man management many map march market may me media meeting member members men menu message method methods migrant
    migration minister ministry minutes mission model monday money month monthly more morning most move must my name names nation
    national nations need needs network never new news newsletter next nine no none north not note notes notice november now number
    october of off office official old on once one only open opening opinion option or order organisation organization other our out
    outcome output over overview own page pages paper papers part participants partner partners partnership parties party past pay people
    per person phone photo photos place plan plans please point policies policy poor position possible post posted posts power practice
    preface press preview previous price principles print privacy private problem process product products profile program programme
    programmes progress project projects promotion protect protection protocol provide public publication publications published quality
    question questions quick quote radio read reader reading ready real recent recommendation recommendations record red reference
    references reform region regional register related release report reports request require research resolution resource resources
    response result results return review right rights risk road role room rule rules run safe safety said same saturday save say scheme
    school search second secretariat secretary section sector security see seminar send september series service services session set
    seven share she short should show side sign site sitemap six skills skip small so social society some source sources south speaker
    special speech spring staff stage standard start state statement states statistics status step steps stop stories story strategy
    street strong student studies study subject submit subscribe such summary summer sunday support sure survey sustainable system table
    tag tags take talk tax team tell ten terms test text than thank thanks that the their them then there these they thing this three
    through thursday time title to today together too tool tools top topic topics total trade training treaty true tuesday two type
    under union unions unit united until up update updates upon us use used user very video videos view vision visit volume vote wage
    wages want war warning was watch water way we web website wednesday week welcome welfare well were west what when where which while
    white who why will with within without woman women word words work worker workers working workshop world would write year years yes
    yet you young your youth zone
    accueil actualites actualités adresse agenda annee année apres après aussi autre aux avec bonjour ce cette chez comme compte connexion
    convention dans de des document documents droit droits du elle emploi en est et etat été etre être francais français guide il ils
    je jour la le les leur lire liste loi mais mentions mois monde ne nos notre nous ou où par pas pays plan plus pour presse projet
    protection qui quoi rapport recherche recommandation sa sans se securite sécurité ses social sociale sommaire son sont sous suite sur
    tous tout travail travailleurs très un une vers vie vos votre vous
    ada agar anak anda antara apa arsip artikel atau bagi bahasa bahwa baru beranda berita bersama buruh cari dalam dan dari daftar data
    daerah dengan di dunia foto hak halaman hari harus hasil hukum indonesia ini itu jakarta jaminan jumat juga kabar kami kegiatan kerja
    kesehatan kepada kita kontak kota lagi layanan lebih lihat masuk masyarakat menteri menu minggu negara nomor oleh orang pada pasal
    pekerja pemerintah pendidikan peraturan perlindungan presiden profil program publik pusat rabu rakyat republik saat sabtu saja salah
    sebagai selasa semua senin seperti serikat sosial sudah surat tahun tanggal tenaga tentang terbaru terhadap tidak umum undang untuk
    upah usaha video warga yang
    aan aber alle als am an arbeit auch auf aus bei bericht bild da das dass deutsch die dem den der des ein eine einer er es fur für
    haben ich ihr im impressum inhalt ist jahr kein kontakt man mit nach neu nicht nur oder ohne recht schutz seite sich sie sind so
    sozial sozialen startseite suche über ueber um und uns unter von vor war was wie wir wird zu zum zur
    aan als arbeid bij contact dan dat deze een en haar heeft het hij hoe hun ik ja jaar kan maar meer met mijn naar niet nieuws niet nog
    onze ons ook op over rechten sociale te tot uit van veel verdrag voor waar wat wel werk werkers wij worden zal ze zich zijn zoeken
    acerca al algo ano año año aquí buscar como con contacto convenio cual cuando de del derecho derechos desde donde el ella empleo
    entre es esta este hay hoy inicio la las los mas más mundo muy nosotros noticias nuestra para pero por porque publicaciones que quien
    se seguridad ser si sin sobre social son su sus todo todos trabajo trabajadores tu una y ya
    ao aos com da das direitos dos e ela em mais mundo nao não nas nos notícias o os ou pela pelo segurança seu sua tem trabalho um uma
    bai bài các cách cho chính của cũng đã đang đến đó được giới hai hội không khi là lao động mới một năm người nhà này như những phủ
    sau sự tại theo thế tin trên trong từ và vào về vì viên việc việt với xã
    abstract acknowledgements advertisement advisory alert amendment announcement appeal assembly attention august bulletin campaign
    capital catalogue caution chairman chairperson classified closing communique communiqué conclusions confidential considering convinced
    danger delegates desiring determined directive directory emphasizing expert experts exclusive flash foreword function glossary
    guidance having hereby insert investigation keynote logo manual maximum mindful minimum moderator nb noting null object objectives
    panel preamble purpose rationale reaffirming recalling recognising recognizing remarks reminder return sale scope secret select
    shall solidarity speakers stakeholders submission sub support takes theme themes toolkit urgent vacancy vacancies value values venue
    verbatim version versus whereas workplan zero error exception false install string update delete insert select where join table
    from into values null true debug enter print readme license licence changelog todo fixme warn warning usage default
    alpha beta gamma delta omega ace arc art bad bar bay bed bee bell bird bit boat boy bug bus cab camp cap car cat coal coin cold cool
    cow cup cut dad dam dark deal deep deer dog door dot dry ear easy egg exam eye face fall fan farm fat fear feet few fight fill film
    fire fish fit flag flat flow fly foot fox frog fuel fun game gap garden gas gate gift girl glass gold golf grass gun hair hall hard
    hat heart heat heavy hill hit hold hole holy horse hot hotel ice ink island jet joy juice jump jury just kid kill kind king kit lab
    lake lamp lane lap lawn leaf leg lid lie lift light lion lip lock logic loss lot low luck lunch mail male mass mat meal meat metal
    mile milk mill mind mine mix moon motor mouth mud music nail near neck nest net nice night noise nose nut oak oil oral oven owl pack
    page pain pair palm pan park path peace pen pet pick pig pin pink pipe pit pole pool port pot pull pump push race rail rain ramp rare
    rat raw rent rest rice rich ride ring rise river rock roof root rope rose row rub sad sail salt sand seat seed sell shed ship shoe
    shop shot shut silk sing sink sit size skin sky sleep slip slow snow soap soft soil sold song soon sort soul soup spot star stay
    stem stone store storm sun swim tail tall tank tap tape taxi tea tent tide tie tin tip tire toe tone tooth tour town toy track tree
    trip truck tube turn twin ugly van vast wait walk wall warm wash wave weak wear weed weight wet wheel wide wife wild win wind wine
    wing wire wolf wood wool worm wrap yard yellow
    """.split()
)
# Read as acronyms all the same, though they are words of some language: the ones that texts use as such.
NOT_WORDS = frozenset("AIDS FAQ WHO US IT UN EU ICE SALT".split())

UNITS = frozenset(
    "kW MW GW TW kWh MWh GWh TWh kWp MWp GWp Hz kHz MHz GHz THz dB dBi dBm kB KB MB GB TB PB KiB MiB GiB Kbps kbps Mbps Gbps Mbit Gbit kV"
    " mV mA mAh Ah Wh kVA MVA kJ MJ GJ Pa kPa MPa GPa hPa KM KG MM CM ML HP PSI RPM rpm BTU pH mL dL µL nM kN Nm MP km kg mm cm mg µg"
    " CC BHP PPM ppm KW KWH MBps GBps MPH FPS fps ISO DPI dpi".split()
)
UNITS_ALWAYS = frozenset(
    "kWh MWh GWh TWh kWp MWp GWp kHz MHz GHz THz dB dBi dBm KiB MiB GiB mAh kVA MVA kPa MPa GPa hPa mL dL kW MBps GBps kV mV mA kB pH kJ kN"
    " Hz Pa Nm µL nM MtCO2e tCO2 tCO2e Mbps Gbps Kbps kbps Mbit Gbit".split()
)
NEVER = frozenset(
    "NW NE SW SE AM PM OK PhD OBE MBE CBE QC KC PO NO Nr GmbH LLC LLP PLC SpA SARL BV DPhil MPhil BSc MSc LLB LLM LLD MD5 SHA1".split()
)
AFTER_NAMES = frozenset(
    "PhD OBE MBE CBE KBE DBE QC SC KC MP JP MD MA BA MBA MPA MPH BSc MSc CPA RN FRS Esq AM AO AC PSM SH MH SE MM ST SIP SSos".split()
)
COMPANY_FORMS = frozenset("PT CV AG SA NV KG SE AS AB BV UD PTE LTD INC CO TBK LLC LLP PLC GMBH BHD SDN JSC".split())
STATES = frozenset(
    "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX"
    " UT VT VA WA WV WI WY NSW VIC QLD WA SA TAS ACT NT ON QC BC AB MB SK NS NB NL".split()
)
CURRENCY_CODES = frozenset(
    "USD EUR GBP JPY CNY IDR VND THB MYR SGD PHP KHR LAK MMK BND INR NPR BDT LKR PKR CHF AUD NZD CAD HKD TWD KRW XOF XAF ZAR BRL MXN DOP"
    " SEK NOK DKK RMB".split()
)
# Parts of names in capitals and lower case that are no whole words: what has one of them is a clipping.
CLIPPINGS = frozenset(
    "Dep Ed Mo Co Sec Min Dev Org Gov Soc Int Nat Gen Com Pol Tra Phil Ke Kem Na Ha Ho As To Ag Eco Env Fin Dir Reg Ter Di De Sta Par"
    " Sos Per Pem Dis Ba Bu Lab Res Nav Tech Inv Con Cons Asso Info Int Tel Trans Uni Univ Prov Mun Comm Min Sci Med".split()
)
WHOLE_CLIPPINGS = frozenset("De Di Mac Mc Van La Le Du Fitz Mag O Ter Ten".split())  # of surnames: DeSantis, McDonald
