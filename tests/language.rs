//! Which language a text is in: English is annotated, and nothing else is.

use newsmark::{Annotations, Options, annotate};
use wasm_bindgen_test::wasm_bindgen_test;

fn read(text: &str) -> Annotations {
    annotate(text, &Options::default())
}

fn count(found: &Annotations) -> usize {
    found.mentions.len() + found.quotes.len() + found.dates.len()
}

/// The start of an article in each language; "und" may stand for any of those that share their letters or words.
#[rustfmt::skip]
const FOREIGN: &[(&str, &str)] = &[
    ("de", "Der Stadtrat hat am Montag beschlossen, die alte Brücke im Hafen zu schließen. Das sagte die Bürgermeisterin vor der Presse, nachdem Ingenieure Risse gefunden hatten."),
    ("de", "„Wir wissen noch nicht, wann die Fähre wieder fährt“, sagte ein Sprecher der Reederei. Die Fahrgäste müssen bis zum Sommer mit dem Bus fahren."),
    ("fr", "Le conseil municipal a décidé lundi de fermer le vieux pont du port. La maire l’a annoncé à la presse après que des ingénieurs ont trouvé des fissures dans les piles."),
    ("fr", "« Nous ne savons pas encore quand le ferry repartira », a déclaré un porte-parole de la compagnie. Les passagers prendront le bus jusqu’à l’été."),
    ("es", "El ayuntamiento decidió el lunes cerrar el viejo puente del puerto. La alcaldesa lo anunció a la prensa después de que los ingenieros encontraran grietas en los pilares."),
    ("es", "«Todavía no sabemos cuándo volverá a salir el barco», dijo un portavoz de la naviera. Los pasajeros tendrán que viajar en autobús hasta el verano."),
    ("pt", "A câmara municipal decidiu na segunda-feira fechar a velha ponte do porto. A presidente anunciou a decisão à imprensa depois de os engenheiros terem encontrado fissuras."),
    ("pt", "“Ainda não sabemos quando o barco volta a navegar”, disse um porta-voz da empresa. Os passageiros vão ter de viajar de autocarro até ao verão."),
    ("it", "Il consiglio comunale ha deciso lunedì di chiudere il vecchio ponte del porto. La sindaca lo ha annunciato alla stampa dopo che gli ingegneri hanno trovato delle crepe."),
    ("it", "«Non sappiamo ancora quando il traghetto ripartirà», ha detto un portavoce della compagnia. I passeggeri viaggeranno in autobus fino all’estate."),
    ("nl", "De gemeenteraad heeft maandag besloten om de oude brug in de haven te sluiten. Dat zei de burgemeester tegen de pers nadat ingenieurs scheuren hadden gevonden."),
    ("nl", "“We weten nog niet wanneer de veerboot weer vaart”, zei een woordvoerder van de rederij. De reizigers moeten tot de zomer met de bus."),
    ("sv", "Kommunfullmäktige beslutade på måndagen att stänga den gamla bron i hamnen. Det sade borgmästaren till pressen efter att ingenjörer hade hittat sprickor."),
    ("sv", "– Vi vet inte när färjan går igen, sade en talesman för rederiet. Passagerarna får ta bussen fram till sommaren och det tar längre tid."),
    ("da", "Byrådet besluttede mandag at lukke den gamle bro i havnen. Det sagde borgmesteren til pressen, efter at ingeniører havde fundet revner i pillerne."),
    ("da", "»Vi ved endnu ikke, hvornår færgen sejler igen,« siger en talsmand for rederiet. Passagererne skal tage bussen indtil sommeren."),
    ("no", "Kommunestyret vedtok mandag å stenge den gamle broen i havnen. Det sa ordføreren til pressen etter at ingeniører hadde funnet sprekker i pilarene."),
    ("no", "– Vi vet ikke når fergen går igjen, sier en talsmann for rederiet. Passasjerene må ta bussen fram til sommeren, og det tar lengre tid."),
    ("fi", "Kaupunginvaltuusto päätti maanantaina sulkea sataman vanhan sillan. Pormestari kertoi asiasta lehdistölle sen jälkeen, kun insinöörit olivat löytäneet halkeamia."),
    ("fi", "”Emme vielä tiedä, milloin lautta kulkee taas”, sanoi varustamon tiedottaja. Matkustajat joutuvat käyttämään bussia kesään asti, ja se on hitaampaa."),
    ("pl", "Rada miasta zdecydowała w poniedziałek, że stary most w porcie zostanie zamknięty. Burmistrz powiedziała o tym prasie po tym, jak inżynierowie znaleźli pęknięcia."),
    ("pl", "„Nie wiemy jeszcze, kiedy prom znów popłynie” – powiedział rzecznik armatora. Pasażerowie będą do lata jeździć autobusem."),
    ("cs", "Zastupitelstvo v pondělí rozhodlo, že se starý most v přístavu uzavře. Starostka to řekla novinářům poté, co inženýři našli v pilířích trhliny."),
    ("cs", "„Zatím nevíme, kdy trajekt znovu vypluje,“ řekl mluvčí společnosti. Cestující budou do léta jezdit autobusem, který je pomalejší."),
    ("hu", "A városi tanács hétfőn úgy döntött, hogy lezárja a kikötő régi hídját. A polgármester ezt azután mondta el a sajtónak, hogy a mérnökök repedéseket találtak."),
    ("hu", "„Még nem tudjuk, mikor indul újra a komp” – mondta a társaság szóvivője. Az utasok nyárig busszal mennek, és ez lassabb."),
    ("ro", "Consiliul local a decis luni să închidă podul vechi din port. Primărița a anunțat presa după ce inginerii au găsit fisuri în piloni."),
    ("ro", "„Nu știm încă când va pleca din nou feribotul”, a spus un purtător de cuvânt al companiei. Pasagerii vor merge cu autobuzul până la vară."),
    ("tr", "Belediye meclisi pazartesi günü limandaki eski köprüyü kapatmaya karar verdi. Başkan, mühendislerin çatlaklar bulmasının ardından bunu basına açıkladı."),
    ("tr", "“Feribotun ne zaman yeniden çalışacağını henüz bilmiyoruz” dedi şirketin bir sözcüsü. Yolcular yaza kadar otobüsle gidecek ve bu daha uzun sürecek."),
    ("id", "Dewan kota memutuskan pada hari Senin untuk menutup jembatan tua di pelabuhan. Wali kota mengatakan hal itu kepada pers setelah para insinyur menemukan retakan."),
    ("id", "“Kami belum tahu kapan feri akan berlayar lagi,” kata juru bicara perusahaan itu. Para penumpang harus naik bus sampai musim panas."),
    ("vi", "Hội đồng thành phố hôm thứ Hai đã quyết định đóng cửa cây cầu cũ ở cảng. Thị trưởng thông báo với báo chí sau khi các kỹ sư tìm thấy vết nứt."),
    ("vi", "“Chúng tôi chưa biết khi nào phà sẽ chạy lại”, người phát ngôn của công ty cho biết. Hành khách sẽ phải đi xe buýt cho đến mùa hè."),
    ("sw", "Baraza la mji liliamua Jumatatu kufunga daraja la zamani katika bandari. Meya alisema hayo kwa waandishi wa habari baada ya wahandisi kupata nyufa."),
    ("sw", "“Bado hatujui kivuko kitaanza tena lini,” alisema msemaji wa kampuni hiyo. Abiria watasafiri kwa basi hadi majira ya joto."),
    ("hr", "Gradsko vijeće u ponedjeljak je odlučilo da se stari most u luci zatvori. Gradonačelnica je to rekla novinarima nakon što su inženjeri našli pukotine."),
    ("hr", "„Još ne znamo kada će trajekt ponovno ploviti“, rekao je glasnogovornik tvrtke. Putnici će do ljeta ići autobusom."),
    ("ca", "L’ajuntament va decidir dilluns tancar el vell pont del port. L’alcaldessa ho va anunciar a la premsa després que els enginyers trobessin esquerdes als pilars."),
    ("ca", "«Encara no sabem quan tornarà a sortir el vaixell», va dir un portaveu de la companyia. Els passatgers hauran d’anar amb autobús fins a l’estiu."),
    ("et", "Linnavolikogu otsustas esmaspäeval sulgeda sadama vana silla. Linnapea teatas sellest ajakirjandusele pärast seda, kui insenerid leidsid sildades praod."),
    ("et", "„Me ei tea veel, millal praam jälle sõidab,“ ütles laevafirma esindaja. Reisijad peavad suveni bussiga sõitma, ja see on aeglasem."),
    ("tl", "Nagpasya ang konseho ng lungsod noong Lunes na isara ang lumang tulay sa daungan. Sinabi ito ng alkalde sa mga mamamahayag matapos makakita ng mga bitak ang mga inhinyero."),
    ("tl", "“Hindi pa namin alam kung kailan muling lalayag ang lantsa,” sabi ng tagapagsalita ng kumpanya. Sasakay muna ng bus ang mga pasahero."),
    ("cy", "Penderfynodd y cyngor ddydd Llun gau’r hen bont yn yr harbwr. Dywedodd y maer hynny wrth y wasg ar ôl i beirianwyr ddod o hyd i graciau."),
    ("cy", "“Dydyn ni ddim yn gwybod eto pryd y bydd y fferi yn hwylio,” meddai llefarydd ar ran y cwmni. Bydd y teithwyr yn mynd ar y bws tan yr haf."),
    ("und", "Nanapa-kevitra ny filankevitry ny tanàna tamin’ny alatsinainy fa hakatona ny tetezana taloha ao amin’ny seranana. Nilaza izany tamin’ny mpanao gazety ny ben’ny tanàna."),
    ("und", "Mbola tsy fantatray hoe rahoviana no handeha indray ilay sambo, hoy ny mpitondra tenin’ny orinasa. Handeha fiara fitateram-bahoaka ny mpandeha mandra-pahatongan’ny fahavaratra."),
    ("und", "Городской совет в понедельник решил закрыть старый мост в порту. Мэр сообщила об этом прессе после того, как инженеры нашли трещины."),
    ("und", "«Мы пока не знаем, когда паром снова пойдёт», — сказал представитель компании. Пассажиры до лета будут ездить на автобусе."),
    ("el", "Το δημοτικό συμβούλιο αποφάσισε τη Δευτέρα να κλείσει την παλιά γέφυρα στο λιμάνι."),
    ("el", "Δεν ξέρουμε ακόμη πότε θα ξεκινήσει πάλι το πλοίο, είπε εκπρόσωπος της εταιρείας."),
    ("und", "قرر مجلس المدينة يوم الاثنين إغلاق الجسر القديم في الميناء، بحسب رئيسة البلدية."),
    ("und", "لا نعرف بعد متى ستبحر العبارة من جديد، قال متحدث باسم الشركة."),
    ("zh", "市议会星期一决定关闭港口的旧桥。市长在工程师发现裂缝后向媒体宣布了这一消息。"),
    ("zh", "公司发言人说，我们还不知道渡轮什么时候恢复航行。乘客要坐公共汽车直到夏天。"),
    ("ja", "市議会は月曜日、港の古い橋を閉鎖することを決めた。技術者がひび割れを見つけた後、市長が記者団に明らかにした。"),
    ("ja", "「フェリーがいつ再開するかまだ分からない」と会社の広報担当者は述べた。"),
    ("und", "नगर परिषद ने सोमवार को बंदरगाह का पुराना पुल बंद करने का फैसला किया।"),
    ("und", "हमें अभी नहीं पता कि नौका फिर कब चलेगी, कंपनी के प्रवक्ता ने कहा।"),
    ("ko", "시의회는 월요일 항구의 낡은 다리를 폐쇄하기로 결정했다고 시장이 밝혔다."),
    ("ko", "우리는 아직 페리가 언제 다시 운항할지 모른다고 회사 대변인이 말했다."),
    ("ga", "Chinn comhairle na cathrach Dé Luain an seandroichead sa chuan a dhúnadh. Dúirt an méara é sin leis na meáin tar éis d’innealtóirí scoilteanna a fháil."),
    ("ga", "“Níl a fhios againn fós cathain a bheidh an bád ag seoladh arís,” a dúirt urlabhraí an chomhlachta. Beidh na paisinéirí ag dul ar an mbus go dtí an samhradh."),
];

const ENGLISH: &str =
    "The council decided on Monday to close the old bridge in Solvik. “We have no choice,” Mayor Ana Ruiz said.";

#[wasm_bindgen_test(unsupported = test)]
fn nothing_is_found_in_other_languages() {
    for (language, text) in FOREIGN {
        let found = read(text);
        assert_eq!(count(&found), 0, "in {text:?}");
        let told = found.language.as_deref();
        assert!(told == Some(language) || told == Some("und"), "{told:?} of {text:?}");
    }
}

#[wasm_bindgen_test(unsupported = test)]
fn most_languages_are_told_by_name() {
    let right = FOREIGN.iter().filter(|(language, text)| read(text).language.as_deref() == Some(language)).count();
    assert!(right * 10 >= FOREIGN.len() * 9, "{right} of {}", FOREIGN.len());
}

#[wasm_bindgen_test(unsupported = test)]
fn a_block_in_another_language_is_left_alone() {
    let (_, german) = FOREIGN[0];
    let alone = read(ENGLISH);
    let found = read(&format!("{ENGLISH}\n\n{german}\n\n{ENGLISH}"));
    assert_eq!(found.language.as_deref(), Some("en"));
    assert_eq!(found.quotes.len(), 2 * alone.quotes.len());
    assert!(
        found.mentions.iter().all(|mention| mention.start < ENGLISH.len() || mention.start > ENGLISH.len() + german.len())
    );
    let long = format!("{german}\n\n{}\n\n{german}", FOREIGN[1].1);
    let found = read(&format!("{long}\n\n{ENGLISH}"));
    assert_eq!(found.language.as_deref(), Some("de"));
    assert_eq!(found.quotes.len(), alone.quotes.len(), "a block in English is read in any text");
}

#[wasm_bindgen_test(unsupported = test)]
fn english_is_english_whatever_it_names() {
    for text in [
        ENGLISH,
        "Carlos de la Cruz and Juan van der Berg of El Universal met Le Monde’s Marie du Pont in Los Alamos on Friday.",
        "“C’est la vie,” said Ana Ruiz, who had read it in Die Zeit and in the Corriere della Sera.",
        "FERRY STOPS AFTER STORM, AND THE MAYOR IS ANGRY",
        "Colour, labour and theatre are words that they spell with care at the paper.",
    ] {
        let found = read(text);
        assert!(
            found.language.as_deref() == Some("en") && count(&found) + usize::from(!text.contains("Ruiz")) > 0,
            "{text:?}"
        );
    }
    for text in ["", "Ana Ruiz", "Solvik 3, Orlund 1", "12 May 2024", "👍", "Mayor resigns"] {
        assert_eq!(read(text).language, None, "too little tells of {text:?}");
    }
    let rows = "Solvik 3 Orlund 1\nBrekke 2 Halvorsen 2\nTarn 0 Lindqvist 4\nAurdal 1 Vestby 1\nMoss 2 Hamar 0";
    assert_eq!(read(rows).language, None, "a table is of no language");
}

#[wasm_bindgen_test(unsupported = test)]
fn whoever_asks_has_everything_read() {
    let all = |text: &str| annotate(text, &Options { everything: true, ..Options::default() });
    let text =
        "Angela Merkel sagte am Montag in Berlin, dass die Brücke nicht geöffnet wird und dass die Fähre auch nicht fährt.";
    assert_eq!(count(&read(text)), 0);
    let found = all(text);
    assert!(found.mentions.iter().any(|mention| mention.text == "Berlin"));
    assert_eq!(found.language.as_deref(), Some("de"), "what was seen is told all the same");
    let page = format!("Bridge closes in Solvik\n\n{ENGLISH}\n\n© 2024 Harland Media Group. All rights reserved.");
    let named = |found: Annotations| found.mentions.iter().any(|mention| mention.text.contains("Harland"));
    assert!(!named(read(&page)) && named(all(&page)));
}
