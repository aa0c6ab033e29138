"""Words of ordinary language that texts print in capitals: headings, menus, notices, emphasis.

In English, French, Indonesian, German, Dutch, Spanish, Portuguese and Vietnamese.
"""

COMMON_WORDS = frozenset(
    """
    aan aber able about above absolute abstract accept accepted access accessibility account accueil accuracy acerca
    acknowledgements across act action active activity actual actualites actualités actually ada add added adding
    addition address adopt adopted adresse advertisement advisory affect after again against agar agenda agree
    agreed agreement aim al alert algo alias aliases all alle alleging allow allowed allows alone along alpha
    already als also alter altered although always am amendment among amount an anak analysis and anda annee annex
    announcement annual année ano another answer antara any anyone anything ao aos apa appeal appear appears append
    appendix applied applies apply approach apres april après aquí arbeid arbeit arc archive archives are area
    argument arising around array arsip art article articles artikel as asia ask assembly assert assigned assume
    assumed at atau attached attempt attention auch auf august aus aussi author authors autre aux available avec
    avoid away año back backend background backward bad bagi bahasa bahwa bai bank bar baru base based basic basis
    bay be because become bed bee been before began begin behalf behavior bei being bell below benefit benefits
    beranda bericht berita bersama best beta better between beyond big bij bild binary bird bit black blog blue
    board boat body bold bonjour book books bool boolean both bound box boy bravo break breaking bring broken budget
    buffer bug build building built builtin builtins bulletin buruh bus buscar business but buy by byte bytes bài
    cab cache cached call callable callback called caller calling came camp campaign can cancel cannot cap capital
    car care careers cari carry cart case cases cat catalogue categories category cause caused caution ce center
    central centre certain cette chair chairman chairperson change changed changelog changing chapter charge charset
    check checked checking checkout chez child children cho choice choose chính city civil claim claims class
    classes classified clause clean clear clearly click client close closed closing coal code codecs coding coin
    cold color column com combine come coming command commands comme comment comments committee common communique
    communiqué community como company compare compile compiled compiler complete complex comply compte computer con
    conclusion conclusions conditions conference confidential config conflict congress connexion consider
    considering console contact contacto contain contains content contents context continue contract control
    controls convenio convention convert convinced cookie cookies cool copied copies copy copying copyright core
    corner correct cost could council count countries country course court cover covered cow create created creating
    creation credits cual cuando culture cup current custom cut các cách cũng của da dad daerah daftar daily dalam
    dam damages dan danger dans dari dark das dass dat data database date dates day days de deal dealings dear debug
    december decent decision declaration decode deemed deep deer default define defined del delegates delete deleted
    delta dem den dengan depends deputy der derecho derechos derived des desde design designed desired desiring
    desserts detail details detect determined deutsch development deze di dict did die different digital digits
    direct directions directive directly director directory direitos disable disabled disclaimer discuss display do
    docs document documents does dog doing domain donate donde done door dos dot double down download draft droit
    droits drop dry du dual dunia during each ear earlier early easier east easy economic economy edit editor
    editorial education een effect egg ein eine einer either el ela element elements ella elle else em email
    embedded emphasizing empleo emploi employment empty en enable enabled encode encoded encoding end endorse
    english enjoy enough ensure enter entertainment entire entirely entirety entities entity entre entries entry
    enum equal equality er error es escape est esta este et etat etc etre europe even event events ever every exact
    exactly exam example except exception exclude excluded exclusive execute executive exercise exist existing
    exists exit expect expected expert experts explicit export exports express extend extended extent external extra
    extract eye face fact facts fail failed fails failure fair fall fallback false family fan far farm fast faster
    fat fear feature features february federal feedback feet few field fields fight file filename files fill film
    filter filters final finally finance find fire first fish fit fitness five fixed fixme flag flash flat float
    floor floors flow fly focus follow followed following font food foot for force foreword forgot form format
    formats forum foto found foundation four fox framework francais français free freely french friday frog from
    fuel full fully fun function fund funding fur further future für gallery game gamma gap garden gas gate gender
    general generate generic get gift girl give given giving giới glass global glossary go goal goals going gold
    golf good governed government granted grass great greater green group groups growth guidance guide guidelines
    gun haar haben had hai hair hak halaman half hall hand handle handled handler handles handling happen happens
    hard hari harus has hash hasil hat have having hay he head header headers health heart heat heavy heeft held
    hello help helper her here hereby herein het high highlights hij hill him his history hit hoe hold holder
    holders hole holy home hook hope horse host hot hotel hours house how however hoy hukum human hun hội ice ich
    idea ideas identify if ignore ignored ihr ik il ils im image images impact implicit implied imply import
    important imported imports impressum in include included includes income indent index indicate indirect
    indonesia industry info information inhalt inherit ini inicio initial initiative ink input insert inside inspect
    install instance instead institute insurance intact integer integers intended internal interview into
    introduction invalid investigation is island issue issues ist it italic item items iterator its itself itu ja
    jaar jahr jakarta jaminan january je jet job jobs join jour journal joy juga juice july jumat jump june jury
    just kabar kami kan keep kegiatan kein kepada kerja kesehatan key keynote keyword keywords khi không kid kill
    kind king kit kita know kontak kontakt kota la lab label labor labour lagi lake lambda lamp land lane language
    lao lap large larger las last later latest law lawn layanan le lead leader leaders leading leaf learn least
    leave lebih left leg legacy legal les less let letter leur level lexer liable library licence license licensed
    lid lie life lifestyle lift light lihat like likely limit limited line link linked links lion lip lire list
    liste listed listen literal literals live load loaded loader loading local located location lock log logger
    logging logic login logo logout loi long longer look looking lookup loop los loss lot love low lower luck lunch
    là maar macro made mail mailing main mais major make making male man management manager manner manual many map
    mapping march mark marked marker market markets mas mass masuk masyarakat mat matched matches matching material
    matter maximum may me meal mean meaning means meat media medium meer meet meeting member members memory men
    menteri mentions menu merge message met metadata metal method methods migrant migration mijn mile milk mill mind
    mindful mine minggu minimum minister ministry minor minutes missing mission mit mix model moderator modified
    modify module modules mois monday monde money month monthly moon more morning most motor mouth move much mud
    multiple mundo music must muy my más một mới naar nach nail name named names nao nas nation national nations
    native nb ne near neck need needed needs negara negative nein neither nest nested net network neu never new
    newline news newsletter next người nhà như những nice nicht niet nieuws night nine no node nog noise nomor none
    nope normal normally north nos nose nosotros not note notes nothing notice noticias noting notre notícias nous
    november now nuestra null number numeric nur nut này não năm oak obituary object objectives obtain obtained
    occur occurred occurs october oder of off offer offered office official offset ohne oil old older oleh omitted
    on once one only ons onze ook op open opening operator opinion option optional or oral orang order organisation
    organization origin original os other ou oui our out outcome output outside oven over override overview owl own
    owned owner où pack package packages pada page pages pain pair palm pan panel paper papers par para param parent
    park parking parse parsed parser parsing part partial participants parties partner partners partnership party
    pas pasal passed passing password past patent patents path pattern patterns pay pays peace pekerja pela pelo
    pemerintah pen pendidikan people per peraturan percent perform perlindungan permit pero person pet phone photo
    photos phủ pick pig pin pink pipe pit place placed plain plainly plan plans platform please plus podcast point
    pole policies policy politics pool poor popular por porque port portion portions position positive possible
    possibly post posted posts pot pour power practice pragma preamble preface prefix prepare prepared present
    presiden press presse prevent preview previous price primary principles print printed prior privacy private
    probably problem process produce produced product products profil profile program programme programmes progress
    project projects projet promote promotion proper properly property protect protection protocol provide provided
    proxy public publicaciones publication publications publicly publik publish published pull pump purpose pusat
    push python quality que query question questions qui quick quien quite quoi quote quoted rabu race radio rail
    rain raise raised raises rakyat ramp random range rapport rare rat rather rationale raw read readable reader
    reading readme ready reaffirming real really reason recalling receive received recent recherche recht rechten
    recognising recognizing recommandation recommendation recommendations recommended record red reduce refer
    reference references refers reform region regional register regular related relating relative release released
    relevant rely remain remains remarks reminder remove removed removing rename rent repeat replace replaced reply
    report reports republik request require required research reserved reset resolution resolved resource resources
    respect response rest restrict result results retain retained return returned returns reverse review rice rich
    ride right rights ring rise risk river road rock role roof room root rope rose row royalty rub rule rules run
    running runtime sa saat sabtu sad safe safety said sail saja salah sale salt same sand sans satisfy saturday sau
    save say scheme school schutz scope se search seat sebagai second secret secretariat secretary section sector
    securite security see seed seems seen segurança seguridad seite selasa select self sell seminar semua send senin
    sense sent separate seperti september sequence ser series serikat server service services ses session set
    setting setup seu seven several shall share shared she shed ship shipping shoe shop short shot should show shut
    si sich side sie sign signal signed signup silk similar simple simply sin since sind sing single sink sit site
    sitemap six size skills skin skip sky sleep slip slow small snow so soap sobre social sociale society socket
    soft software soil sold solely solidarity some someone sommaire son song sont soon sort sorted sosial soul soup
    source sources sous south sozial sozialen space spaces speaker speakers spec special specific specify speech
    sponsored spot spring staff stage stakeholders standard star start started starting startseite state stated
    statement states static stating statistics status stay stem step steps stir stone stop store stored stories
    storm story strategy street string strong student studies study style styles su sua sub subclass subject
    submission submit subscribe such suche sudah suffix suitable suite summary summer sun sunday supplied support
    sur surat sure survey survive sus sustainable swim symbols syntax system sécurité sự table tag tags tahun tail
    take taken takes taking talk tall tanggal tank tap tape target tax taxi te tea team technology tell tem template
    ten tenaga tent tentang terbaru terhadap term terminal terms test testing text than thank thanks that the their
    them theme themes then theo theory there thereof these they thing this those though three through thursday thus
    thế tidak tide tie time timeout tin tip tire title to today todo todos toe together token tokens tone too tool
    toolkit tools tooth top topic topics tot total tour tous tout town toy trabajadores trabajo trabalho track trade
    trailing training transfer travail travailleurs travel treat treated treaty tree trending trip trong truck true
    trying très trên tu tube tuesday tuple tuples turn tweet twin two type typing tại từ ueber ugly uit um uma umum
    un una und undang under une unicode union unions unique unit united unknown unless uns unsigned unsubscribe
    unter until untuk up upah update updated updates upon upper urgent us usage usaha use used useful user using
    usually utility vacancies vacancy valid value values van variable various vast veel venue verbatim verbose
    verdrag verify vers version versus very video videos vie view virtual vision visit viên việc việt void volume
    volunteer von voor vor vos vote votre vous và vào vì về với waar wage wages wait walk wall want war warga warm
    warn warning warranty was wash wat watch water wave way we weak wear weather web website wednesday weed week
    weight wel welcome welfare well were werk werkers west wet what whatever wheel when where whereas whether which
    while white who whole whom whose why wide wie wife wij wild will win wind wine wing wir wird wire wish with
    within without wolf woman women wood wool word worden words work worker workers working workplan workshop world
    worm would wow wrap wrapped wrapper write writing written wrote xã ya yang yard year years yellow yes yet yield
    you young your youth zal ze zero zich zijn zoeken zone zu zum zur été être über đang đã đó được đến động
    """.split()
)
