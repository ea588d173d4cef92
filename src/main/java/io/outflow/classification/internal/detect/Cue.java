package io.outflow.classification.internal.detect;

/** What a word tells of the words and numbers around it. */
enum Cue {
    /** Gives a date the meaning of a birth. */
    BIRTH("""
            born birth birthday birthdate dob date_of_birth dateofbirth geboren geburtsdatum geb geburtstag né née naissance
            nacido nacida nacimiento nato nata nascita geboortedatum född födelsedatum urodzony urodzona urodzenia"""),
    /** A number after it is a telephone number. */
    PHONE("""
            phone telephone tel mobile cell call fax phone_number telefon handy mobil rückruf rufnummer anrufen téléphone portable
            teléfono móvil telefono cellulare telefoon mobiel komórka whatsapp"""),
    BSN("bsn burgerservicenummer sofinummer"),
    NHS("nhs"),
    SSN("ssn social_security_number socialsecurity security"),
    SIN("sin nas insurance"),
    TFN("tfn tax"),
    PERSONNUMMER("personnummer personnr pnr"),
    /** A form of address, when it is written with a capital letter and a name follows. */
    TITLE("""
            mr mrs ms miss dr prof herr herrn frau mme madame monsieur mlle señor señora sr sra signor signora sig dott dhr mevrouw
            mevr meneer pan pani"""),
    /** After it and a colon stands the name of a person. */
    PERSON_LABEL("""
            patient patientin employee applicant candidate insured claimant policyholder cardholder passenger tenant kunde kundin
            mitarbeiter mitarbeiterin bewerber bewerberin versicherter versicherte paciente empleado salarié assuré paziente
            dipendente klant werknemer pacjent customer client customer_name first_name full_name"""),
    /** After it and a colon may stand a name of anything. */
    NAME_LABEL("name nom naam nombre nome contact signed sender author attendee participant"),
    /** A given name after it is that of a person. */
    GREETING(
            "dear hi hello hey liebe lieber hallo cher chère estimado estimada querido querida caro cara beste kära hej drogi"),
    /** A name follows at once. */
    CALLED("heiße appelle llamo chiamo heet heter"),
    GIVEN_NAME("""
            anna maria emma mia hannah sofia lena laura julia sarah lisa lea clara ida marie sophie charlotte amelie johanna katharina
            susanne petra sabine monika ursula renate helga karin andrea birgit peter michael thomas andreas stefan christian martin
            klaus jürgen wolfgang hans karl paul felix lukas leon finn jonas max moritz tobias florian markus matthias uwe dieter
            john james robert david william richard joseph charles daniel matthew anthony mark donald steven andrew kenneth george
            joshua kevin brian edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry justin scott
            mary patricia jennifer linda elizabeth barbara susan jessica karen nancy margaret betty sandra ashley dorothy kimberly
            emily donna michelle carol amanda melissa deborah stephanie rebecca sharon cynthia kathleen amy angela olivia grace alice
            jean pierre michel philippe alain nicolas christophe julien antoine camille chloé manon léa inès louise nathalie isabelle
            josé antonio manuel francisco juan javier carlos miguel alejandro pablo carmen ana isabel dolores pilar teresa lucía elena
            giuseppe giovanni marco andrea luca matteo alessandro francesca giulia chiara martina paola jan piet kees willem sanne
            daan femke lotte sven erik lars nils astrid ingrid karin piotr krzysztof tomasz agnieszka katarzyna małgorzata joanna
            wei mei priya raj arjun fatima mohammed ahmed omar aisha yusuf noor kenji yuki hiroshi"""),
    MONTH("""
            january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept
            oct nov dec januar februar märz mai juni juli oktober dezember janvier février mars avril juin juillet août septembre
            octobre novembre décembre enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"""),
    HEALTH("""
            diabetes diabetic cancer tumour tumor leukemia leukaemia lymphoma melanoma chemotherapy chemo radiotherapy oncology hiv aids
            hepatitis epilepsy epileptic asthma copd depression depressive schizophrenia bipolar psychosis anorexia bulimia dementia
            alzheimer parkinson autism adhd ptsd stroke hypertension arrhythmia infarction pneumonia tuberculosis covid sclerosis lupus crohn
            arthritis osteoporosis miscarriage pregnancy pregnant abortion ivf infertility dialysis transplant insulin metformin
            antidepressant sertraline fluoxetine lithium methadone morphine warfarin chemotherapeutic biopsy metastasis metastases
            psychiatric psychotherapy burnout migraine eczema psoriasis endometriosis haemophilia hemophilia sepsis fracture
            krebs tumorerkrankung leukämie chemotherapie epilepsie schizophrenie demenz schlaganfall bluthochdruck herzinfarkt
            lungenentzündung schwanger schwangerschaft fehlgeburt bandscheibenvorfall essstörung
            cancéreuse épilepsie dépression schizophrénie démence enceinte grossesse vih sida asthme diabète tumeur
            cáncer epilepsia depresión esquizofrenia embarazo embarazada asma tumore gravidanza kanker zwanger epilepsi"""),
    /** A word near an illness that says that somebody has it. */
    SUFFERS("""
            patient patientin diagnosed suffers suffering suffered prescribed admitted medication takes
            relapse diagnostiziert diagnose leidet erkrankt erkrankte behandelt patiente souffre diagnostiqué
            diagnostiquée atteint atteinte paciente padece diagnosticado diagnosticada sufre paziente soffre patiënt lijdt
            employee colleague claimant insured applicant mitarbeiterin mitarbeiter versicherte"""),
    /** A word right beside an illness that says whose it is. */
    WHOSE("""
            my his her he she i mother father daughter son wife husband brother sister mum mom dad mein meine seine ihre mutter vater
            tochter sohn frau mr mrs herr mon ma sa mi su hij zij"""),
    AWS_SECRET("aws_secret_access_key secretaccesskey secret_access_key aws_secret_key aws_session_token secretkey"),
    PASSWORD(
            "password passwd pwd passwort kennwort contraseña wachtwoord passphrase db_password mot_de_passe motdepasse"),
    /** The beginning of a key that goes on behind a hyphen. */
    KEY_PREFIX("sk xoxb xoxp xoxa xoxr xoxs xoxo begin bedrock"),
    /** A word at the beginning of a line of code. */
    CODE("""
            import from def class function const let var public private protected static package using namespace return if for while
            else elif try catch except finally switch case func fn impl struct enum interface module export async await void int
            string double float bool boolean char long final abstract override extends resource data provider echo sudo print printf
            select insert update delete create alter drop with self this throw raise yield lambda require include end local
            type trait use pub match new"""),
    SQL("select insert update delete create alter"),
    SQL_TABLE("from into set table where values join");

    private final String words;

    Cue(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    boolean in(int cues) {
        return (cues >> ordinal() & 1) == 1;
    }
}
