"""Words of ordinary language that texts print in capitals: headings, menus, notices, emphasis.

By language, since BIT is a word of English and an office in French.
"""

WORDS = {
    "en": frozenset(
        """
        acronym alumni audio badge basket brochure cadet calendar campus choir cinema coffee crime cruises delivery
        drink drivers exhibits faculty faith fashion firmware fixtures followers helpdesk horoscope imprint interns
        leaflet league livestream membership motion museum orchestra parish plenary poll poster ranger recipes recruit
        referee refunds regatta religion renew schedule science scores scout sport tech theatre threads tickets
        traffic trainees vouchers webinar wishlist
        ratify ratified bit triangle grant grants desk photo pathfinder accelerator jubilee
        enhance empower engage inspire connect bridge promise spotlight football chess sports logistics camera crossword
        aged aid air ally altar army arts aunt baby band beach beef bees belt bike bills bite bolt bone boot
        borders breast bride brief broadcast brother bull burn bush cage cake calm cell chain chalk cheap cheese
        chef chest chief choir cliff clock cloth cloud coach coast coat comic concert cook corn cotton couch
        cousin cream crew crisis crop crowd cry cure daughter dawn deaf debt deck demand demands deny dessert
        diary diet dinner dirt dish dive doctor doll dozen drum duck dusk dust duty earth elbow elder elect
        enemy engine envy essay evil exile fabric fame fate father fence fever fiction flesh flight flood flour
        fog folk fool forest fork fruit funeral fur garlic gather ghost giant glad glory glove goat grain
        grandma grave guard guest guilt guitar habit hammer harbour harvest hero hobby honey honour horn horror
        humour hunger hunt hurry hurt idle injury iron jail jazz jeans jewel joke judge jungle justice
        kitchen kite knee knife knight lady lamb laugh lawyer lazy leather lemon letters lung magic maid mayor
        meadow mercy merry midnight mirror monk mood mother mountain mystery myth navy neighbour nephew nerve
        niece noon nurse oath obey ocean onion orange organ orphan ownerless oxygen pale panic parade pasta
        patience pepper pillow pilot pity poem poet poison police pork prayer pride prince prison prize proud
        pupil puzzle queen quiet rabbit rage rebel rescue rhythm rifle riot ritual rival robot romance rubber
        rumour salad salt sauce scarf shadow shame shark sheep shelf shell shirt shore shoulder sister skirt
        soldier spice spider spirit spoon squad stadium steel stove straw strike sugar suicide surgeon sweat
        sword talent tear thief throat thumb tiger tomb tongue tower tribe trophy trouble tunnel twist uncle
        vacation valley victim victory village violin virtue virus voyage waste weapon wedding wheat whisper
        widow witness wizard wound wrist zoo
        able about above absolute abstract accept accepted access accessibility account accuracy acknowledgements
        acknowledging across act action active activity actual actually add added adding addition address adopt
        adopted advertisement advisory affect affirms after again against agenda agree agreed agreement aim alert
        alias aliases all alleging allow allowed allows alone along alpha already also alter altered although always
        amendment among amount analysis and annex announcement annual another answer any anyone anything appeal
        appear appears append appendix applied applies apply approach april arc archive archives are area argument
        arising around array art article articles as asia ask assembly assert assigned assume assumed at attached
        attempt attention august author authors available avoid aware away back backend background backward bad bank
        bar base based basic basis bay be because become bed bee been before began begin behalf behavior being bell
        below benefit benefits best beta better between beyond big binary bird bit black blog blue board boat body
        bold book books bool boolean both bound box boy bravo break breaking bring broken budget buffer bug build
        building built builtin builtins bulletin bus business but buy by byte bytes cab cache cached call callable
        callback called caller calling calls came camp campaign can cancel cannot cap capital car care careers carry
        cart case cases cat catalogue categories category cause caused caution center central centre certain chair
        chairman chairperson change changed changelog changing chapter charge charset check checked checking
        checkout child children choice choose city civil claim claims class classes classified clause clean clear
        clearly click client close closed closing coal code codecs coding coin cold color column combine come coming
        command commands comment comments committee common communique community company compare compile compiled
        compiler complete complex comply computer concerned conclusion conclusions conditions conference
        confidential config conflict congress consider considering console contact contain contains content contents
        context continue contract control controls convention convert convinced cookie cookies cool copied copies
        copy copying copyright core corner correct cost could council count countries country course court cover
        covered cow create created creating creation credits culture cup current custom cut dad daily dam damages
        danger dark data database date dates day days deal dealings dear debug december decent decides decision
        declaration decode deemed deep deer default define defined delegates delete deleted delta depends deputy
        derived design designed desired desiring desirous desserts detail details detect determined development dict
        did different digital digits direct directions directive directly director directory disable disabled
        disclaimer discuss display do docs document documents does dog doing domain donate done door dot double down
        download draft drop dry dual during each ear earlier early easier east easy economic economy edit editor
        editorial education effect egg either element elements else email embedded emphasises emphasizing employment
        empty enable enabled encode encoded encoding encourages end endorse english enjoy enough ensure enter
        entertainment entire entirely entirety entities entity entries entry enum equal equality error escape etc
        europe even event events ever every exact exactly exam example except exception exclude excluded exclusive
        execute executive exercise exist existing exists exit expect expected expert experts explicit export exports
        express expresses extend extended extent external extra extract eye face fact facts fail failed fails
        failure fair fall fallback false family fan far farm fast faster fat fear feature features february federal
        feedback feet few field fields fight file filename files fill film filter filters final finally finance find
        fire first fish fit fitness five fixed fixme flag flash flat float floor floors flow fly focus follow
        followed following font food foot for force foreword forgot form format formats forum found foundation four
        fox framework free freely french friday frog from fuel full fully fun function fund funding further future
        gallery game gamma gap garden gas gate gender general generate generic get gift girl give given giving glass
        global glossary go goal goals going gold golf good governed government granted grass great greater green
        group groups growth guidance guide guidelines gun had hair half hall hand handle handled handler handles
        handling happen happens hard has hash hat have having he head header headers health heart heat heavy held
        hello help helper her here hereby herein high highlights hill him his history hit hold holder holders hole
        holy home hook hope horse host hot hotel hours house how however human idea ideas identify if ignore ignored
        image images impact implicit implied imply import important imported imports in include included includes
        income indent index indicate indirect industry info information inherit initial initiative ink input insert
        inside inspect install instance instead institute insurance intact integer integers intended internal
        interview into introduction invalid investigation invites is island issue issues italic item items iterator
        its itself january jet job jobs join journal joy juice july jump june jury just keep key keynote keyword
        keywords kid kill kind king kit know lab label labor labour lake lambda lamp land lane language lap large
        larger last later latest law lawn lead leader leaders leading leaf learn least leave left leg legacy legal
        less let letter level lexer liable library licence license licensed lid lie life lifestyle lift light like
        likely limit limited line link linked links lion lip list listed listen literal literals live load loaded
        loader loading local located location lock log logger logging logic login logo logout long longer look
        looking lookup loop loss lot love low lower luck lunch macro made mail mailing main major make making male
        man management manager manner manual many map mapping march mark marked marker market markets mass mat
        matched matches matching material matter maximum may me meal mean meaning means meat media medium meet
        meeting member members memory men menu merge message metadata metal method methods migrant migration mile
        milk mill mind mindful mine minimum minister ministry minor minutes missing mission mix model moderator
        modified modify module modules monday money month monthly moon more morning most motor mouth move much mud
        multiple music must my nail name named names nation national nations native nb near neck need needed needs
        negative nein neither nest nested net network never new newline news newsletter next nice night nine no node
        noise none nope normal normally north nose not note notes nothing notice noting november now null number
        numeric nut oak obituary object objectives obtain obtained occur occurred occurs october of off offer
        offered office official offset oil old older omitted on once one only open opening operator opinion option
        optional or oral order organisation organization origin original other oui our out outcome output outside
        oven over override overview owl own owned owner pack package packages page pages pain pair palm pan panel
        paper papers param parent park parking parse parsed parser parsing part partial participants parties partner
        partners partnership party passed passing password past patent patents path pattern patterns pay peace pen
        people per percent perform permit person pet phone photo photos pick pig pin pink pipe pit place placed
        plain plainly plan plans platform please podcast point pole policies policy politics pool poor popular port
        portion portions position positive possible possibly post posted posts pot power practice pragma preamble
        preface prefix prepare prepared present press prevent preview previous price primary principles print
        printed prior privacy private probably problem process produce produced product products profile program
        programme programmes progress project projects promote promotion proper properly property protect protection
        protocol provide provided proxy public publication publications publicly publish published pull pump purpose
        push python quality query question questions quick quite quote quoted race radio rail rain raise raised
        raises ramp random range rare rat rather rationale raw read readable reader reading readme ready reaffirming
        real really reason recalling receive received recent recognising recognizing recommendation recommendations
        recommended record red reduce refer reference references refers reform region regional register regular
        related relating relative release released relevant rely remain remains remarks reminder remove removed
        removing rename rent repeat replace replaced reply report reports request requests require required research
        reserved reset resolution resolved resource resources respect response rest restrict result results retain
        retained return returned returns reverse review rice rich ride right rights ring rise risk river road rock
        role roof room root rope rose row royalty rub rule rules run running runtime sad safe safety said sail sale
        same sand satisfy saturday save say scheme school scope search seat second secret secretariat secretary
        section sector security see seed seems seen select self sell seminar send sense sent separate september
        sequence series server service services session set setting setup seven several shall share shared she shed
        ship shipping shoe shop short shot should show shut side sign signal signed signup silk similar simple
        simply since sing single sink sit site sitemap six size skills skin skip sky sleep slip slow small snow so
        soap social society socket soft software soil sold solely solidarity some someone song soon sort sorted soul
        soup source sources south space spaces speaker speakers spec special specific specify speech sponsored spot
        spring staff stage stakeholders standard star start started starting state stated statement states static
        stating statistics status stay stem step steps stir stone stop store stored stories storm story strategy
        street stressing string strong student studies study style styles sub subclass subject submission submit
        subscribe such suffix suitable summary summer sun sunday supplied support sure survey survive sustainable
        swim symbols syntax system table tag tags tail take taken takes taking talk tall tank tap tape target tax
        taxi tea team technology tell template ten tent term terminal terms test testing text than thank thanks that
        the their them theme themes then theory there thereof these they thing this those though three through
        thursday thus tide tie time timeout tin tip tire title to today todo toe together token tokens tone too tool
        toolkit tools tooth top topic topics total tour town toy track trade trailing training transfer travel treat
        treated treaty tree trending trip truck true trying tube tuesday tuple tuples turn tweet twin two type
        typing ugly under underlining unicode union unions unique unit united unknown unless unsigned unsubscribe
        until up update updated updates upon upper urgent urges urging usage use used useful user using usually
        utility vacancies vacancy valid value values van variable various vast venue verbatim verbose verify version
        versus very video videos view virtual vision visit void volume volunteer vote wage wages wait walk wall want
        war warm warn warning warranty was wash watch water wave way we weak wear weather web website wednesday weed
        week weight welcome welcomes welcoming welfare well were west wet what whatever wheel when where whereas
        whether which while white whole whom whose why wide wife wild will win wind wine wing wire wish with within
        without wolf woman women wood wool word words work worker workers working workplan workshop world worm would
        wow wrap wrapped wrapper write writing written wrote yard year years yellow yes yet yield you young your
        youth zero zone
        """.split()
    ),
    "fr": frozenset(
        """
        adhérer boutique courrier dossiers jeunesse loisirs météo panier sport tribune édito
        ratifier ratifiez stratégie stratégies mettre place mise jour dernière programme phare socles tous toutes pour
        accord accueil actualites actualités adresse agenda annee année apres après aussi autre aux avec bien
        bonjour ce cette chez comité comme communiqué compte connexion convention culture dans de des droit droits
        du déclaration elle emploi en enfants est et etat etre femmes francais français gouvernement guide hommes il
        ils international internationale je jour journée la le les leur lire liste loi mais mentions ministère mois
        monde national nationale ne nos notre nous ou où par pas pays plan plus politique pour presse projet
        protection qui quoi rapport recherche recommandation république sa sans santé se securite ses social sociale
        sommaire son sont sous suite sur sécurité tous tout travail travailleurs très une union vers vie vos votre
        vous économie été être
        """.split()
    ),
    "id": frozenset(
        """
        absensi acara aduan akhbar anggota arkib bahagian belia borang budaya carian cawangan dasar dokumen donasi
        ekonomi galeri gaya hidup hubungi jabatan ketua laman laporan lazim maklumbalas muat narasumber notulen
        olahraga otomotif pautan pemuda pengurus peserta politik privasi provinsi proyek publikasi sekretariat soalan
        sukan teknologi turun unduh unduhan utama wakil wanita wisata
        ada agar aksi anak anda antara apa arsip artikel atau ayat bab bagi bahasa bahwa baru beranda berita bersama
        buruh cari daerah daftar dalam dan dari data dengan di dunia foto hak halaman hapuskan hari harus hasil
        hukum indonesia ini itu jakarta jaminan juga jumat kabar kami kegiatan kepada keputusan kerja kesehatan kita
        kontak kota lagi lampiran layanan lebih lihat masuk masyarakat memutuskan menetapkan mengingat menimbang
        menteri menu minggu negara nomor oleh orang pada pasal pekerja pemerintah pendidikan peraturan perlindungan
        pernyataan pers presiden profil program publik pusat rabu rakyat rapat republik saat sabtu sahkan saja salah
        sebagai sekarang selasa semua senin seperti serikat siaran sikap sosial stop sudah surat tahun tanggal
        tenaga tentang terbaru terhadap tidak tolak umum undang undangan untuk upah usaha video warga yang
        """.split()
    ),
    "de": frozenset(
        """
        aktuelles datenschutz jugend kultur mitglieder politik sport termine vorstand vorwort wetter
        aan aber achtung alle als am an arbeit arbeitnehmer auch auf aus bei bericht bild bund da dank das dass dem
        den der des deutsch die ein eine einer er es fur für gesetz gewerkschaft haben hinweis ich ihr im impressum
        inhalt ist ja jahr kein kontakt man mit nach nein neu nicht nur nächste oder ohne recht schutz seite sich
        sie sind so sozial sozialen startseite suche ueber um und uns unter verein von vor war was weiter wichtig
        wie wir wird zu zum zur zurück über
        """.split()
    ),
    "nl": frozenset(
        """
        aan als arbeid belangrijk bij dan dat deze een en haar heeft het hij hoe hun ik ja jaar kan leden lees lid
        maar meer met mijn naar niet nieuw nieuws nog ons onze ook op over rechten sociale te tot uit vakbond van
        veel verder verdrag volgende voor vorige waar wat wel werk werkers werknemers wet wij worden zal ze zich
        zijn zoeken
        """.split()
    ),
    "es": frozenset(
        """
        boletín campañas cultura deportes descargas galería jóvenes mujeres opinión prensa quiénes salud sociedad
        somos vivienda
        acerca al algo ano aquí año buscar como con contacto convenio cual cuando de del derecho derechos desde
        donde el ella empleo entre es esta este hay hoy inicio la las los mas mundo muy más nosotros noticias
        nuestra para pero por porque publicaciones que quien se seguridad ser si sin sobre social son su sus todo
        todos trabajadores trabajo tu una ya
        """.split()
    ),
    "pt": frozenset(
        """
        ao aos com da das direitos dos ela em mais mundo nao nas nos notícias não os ou pela pelo segurança seu sua
        tem trabalho um uma
        """.split()
    ),
    "vi": frozenset(
        """
        bai bài cho chính các cách cũng của giới hai hội khi không lao là một mới người nhà như những này năm phủ
        sau sự theo thế tin trong trên tại từ viên việc việt và vào vì về với xã đang đã đó được đến động
        """.split()
    ),
}
# Countries, continents and cities, which are no acronyms in any language.
PLACES = frozenset(
    """
    abidjan accra afghanistan africa afrique albania algeria america amérique andorra angola argentina armenia asia
    asie australia austria azerbaijan bahrain bali bandung bangkok bangladesh barbados beijing belarus belgium
    belgië belize benin berlin bhutan bolivia botswana brasil brazil brunei brussel brussels bruxelles bulgaria
    burkina burundi cambodge cambodia cameroon cameroun canada cebu chad chennai chile china chine colombia colombo
    comoros congo cotonou cuba cyprus dakar davao delhi denmark deutschland dhaka djibouti dominica ecuador egypt
    eritrea españa estonia ethiopia europe fiji finland france gabon gambia geneva genève georgia germany ghana
    greece grenada guatemala guinea guinée guyana haiti hanoi honduras hungary iceland inde india indonesia
    indonesie ireland israel italy jakarta jamaica japan japon jordan kathmandu kazakhstan kenya kiribati kolkata
    korea kuala kuwait kyrgyzstan lagos laos latvia lebanon lesotho liberia libya lithuania lomé london lumpur
    luxembourg madagascar malawi malaysia maldives mali malta manila mauritania mauritius medan mexico moldova
    monaco mongolia montenegro morocco mozambique mumbai myanmar méxico nairobi nam namibia nauru nederland nepal
    netherlands niamey nicaragua niger nigeria norway népal oceania oman ouagadougou pacific pakistan palau
    palestine panama papua paraguay paris penh peru philippines phnom poland portugal qatar rangoon romania russia
    rwanda samoa schweiz senegal seoul serbia seychelles singapore slovakia slovenia somalia spain sudan surabaya
    suriname sweden switzerland sydney syria sénégal taiwan tajikistan tanzania thailand thaïlande timor togo tokyo
    tonga tunisia turkey turkmenistan tuvalu uganda ukraine uruguay uzbekistan vanuatu venezuela vientiane viet
    vietnam washington yangon yemen york zambia zimbabwe österreich
    """.split()
)
ALL_WORDS = PLACES.union(*WORDS.values())
