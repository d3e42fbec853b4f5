import Diagnostics
import Report
import Testing

@testable import Survey

/// Small files in the form of each platform.
@Suite struct ReadPlatformTests {
    @Test func qualtricsWithThreeHeaderRows() throws {
        let read = try ReadFile(
            """
            StartDate,EndDate,Status,IPAddress,Progress,Finished,RecordedDate,ResponseId,DistributionChannel,Q1,Q2_1,Q2_2,Q3,Q3_7_TEXT,Q4_NPS_GROUP,dept
            Anfangsdatum,Enddatum,Antworttyp,IP-Adresse,Aktueller Stand,Beendet,Erfassungsdatum,Antwort-ID,Verteilungskanal,"How <b>satisfied</b> - overall - are you?",How good was - our service? - Finance,How good was - our service? - IT desk,Pick one - Selected Choice,Pick one - Other - Text,Q4 - Group,dept
            "{""ImportId"":""startDate"",""timeZone"":""America/Denver""}","{""ImportId"":""endDate""}","{""ImportId"":""status""}","{""ImportId"":""ipAddress""}","{""ImportId"":""progress""}","{""ImportId"":""finished""}","{""ImportId"":""recordedDate""}","{""ImportId"":""_recordId""}","{""ImportId"":""distributionChannel""}","{""ImportId"":""QID1""}","{""ImportId"":""QID2_3""}","{""ImportId"":""QID2_7""}","{""ImportId"":""QID3""}","{""ImportId"":""QID3_7_TEXT""}","{""ImportId"":""QID4_NPS_GROUP""}","{""ImportId"":""dept""}"
            2026-03-05 08:28:09,2026-03-05 08:30:00,0,192.0.2.1,100,1,2026-03-05 08:30:01,R_1,anonymous,5,4,,1,,3,Finance
            2026-03-05 08:28:09,2026-03-05 08:30:00,1,,100,1,2026-03-05 08:30:01,R_2,preview,5,4,3,1,,3,IT
            2026-03-05 08:28:09,2026-03-05 08:30:00,8,,100,1,2026-03-05 08:30:01,R_3,anonymous,5,4,3,1,,3,IT
            2026-03-05 08:28:09,2026-03-05 08:30:00,IP-Adresse,,40,Falsch,2026-03-05 08:30:01,R_4,anonymous,5,4,3,1,,3,IT
            2026-03-05 08:28:09,2026-03-05 08:30:00,2,,100,True,2026-03-05 08:30:01,R_5,anonymous,5,4,3,1,,3,IT

            """)
        #expect(read.layout.platform == .qualtrics)
        #expect(read.layout.headerRows == 3)
        #expect(read.outcomes == ["", "test preview", "test spam", "incomplete unfinished", "test test"])
        #expect(
            Array(read.names[9...]) == [
                "How satisfied - overall - are you?", "How good was - our service? [Finance]",
                "How good was - our service? [IT desk]", "Pick one",
                "Pick one [Other - Text]", "Q4 - Group", "dept",
            ])
        #expect(
            read.layout.columns.map(\.role)[...9] == [
                .started, .submitted, .system, .system, .system, .system, .submitted, .respondent, .system, .answer,
            ])
        #expect(read.layout.columns[14].role == .system)
        for name in ["Q2_1", "QID2_3", "#11", "How good was - our service? [Finance]"] {
            #expect(read.answers(name).first == "4")
        }
        #expect(read.answers("RecordedDate").first == "2026-03-05 08:30:01")
    }

    @Test func qualtricsInPythonSpelling() throws {
        let read = try ReadFile(
            """
            ResponseID,ResponseSet,StartDate,EndDate,Finished,Status,Q1_1,Q1_2
            ResponseID,ResponseSet,StartDate,EndDate,Finished,Status,Rate us-Speed,Rate us-Follow-up
            {'ImportId': 'responseID'},{'ImportId': 'responseSet'},{'ImportId': 'startDate'},{'ImportId': 'endDate'},{'ImportId': 'finished'},{'ImportId': 'status'},{'ImportId': 'QID2-1'},{'ImportId': 'QID2-2'}
            R_1,Default,2017-01-01 10:00:00,2017-01-01 10:01:00,1,2,1,2
            """)
        #expect(read.layout.platform == .qualtrics)
        #expect(read.layout.headerRows == 3)
        #expect(Array(read.names[6...]) == ["Rate us [Speed]", "Rate us [Follow-up]"])
        #expect(read.outcomes == ["test test"])
        #expect(read.answers("QID2-2") == ["2"])
    }

    @Test func qualtricsJSONWithoutQuoting() throws {
        let text =
            "StartDate,EndDate,Finished,ResponseId,Q1\nStart,End,Finished,Id,How?\n"
            + "{\"ImportId\":\"startDate\"},{\"ImportId\":\"endDate\"},{\"ImportId\":\"finished\"},{\"ImportId\":\"_recordId\"},{\"ImportId\":\"QID1\"}\n"
            + "2026-01-01 10:00:00,2026-01-01 10:00:00,1,R_1,5\n"
        let read = try ReadFile(text)
        #expect(read.layout.headerRows == 3)
        #expect(read.found.isEmpty)
        #expect(read.answers("QID1") == ["5"])
        // The leave is for the header alone.
        #expect(
            try ReadFile(text + "2026-01-01 10:00:00,2026-01-01 10:00:00,1,R_2,{\"a\"}\n").codes == [
                "quote-in-cell 5:48"
            ])
    }

    @Test func qualtricsLegacy() throws {
        let read = try ReadFile(
            "\u{FEFF}V1,V2,V3,V7,V8,V9,V10,Q1,\nResponseID,ResponseSet,Name,Status,StartDate,EndDate,Finished,How was it?,\n"
                + "R_1,Standard,Anonym,0,2017-07-18 08:28:09,2017-07-18 08:28:48,1,2,\nR_2,Standard,Anonym,1,2017-07-18 08:28:09,2017-07-18 08:28:48,1,2,\n"
        )
        #expect(read.layout.platform == .qualtrics)
        #expect(read.layout.headerRows == 2)
        #expect(read.names.count == 8)
        #expect(read.answers("How was it?") == ["2", "2"])
        #expect(read.answers("Q1") == ["2", "2"])
        #expect(read.outcomes == ["", "test preview"])
        #expect(read.found.isEmpty)
    }

    @Test func surveyMonkeyWithTwoHeaderRows() throws {
        let read = try ReadFile(
            """
            Respondent ID,Collector ID,Start Date,End Date,IP Address,Email Address,How satisfied are you?,,,Which do you use? Select all.,,How good is:,,Why?
            ,,,,,,Bad,Fine,Other (please specify),Phone,Mail,Finance,IT,Open-Ended Response
            101,1,03/14/2026 10:00:00 AM,03/14/2026 10:05:00 AM,,,Bad,,,Phone,Mail,Very good,Poor,because
            102,1,03/15/2026 10:00:00 AM,03/15/2026 10:05:00 PM,,,,Fine,,,Mail,Poor,Very good,
            103,1,03/15/2026 10:00:00 AM,03/15/2026 10:05:00 PM,,,,,so so,,,Poor,Very good,
            """)
        #expect(read.layout.platform == .surveymonkey)
        #expect(read.layout.headerRows == 2)
        #expect(
            Array(read.names[6...]) == [
                "How satisfied are you?", "How satisfied are you? [Other (please specify)]",
                "Which do you use? Select all. [Phone]",
                "Which do you use? Select all. [Mail]", "How good is: [Finance]", "How good is: [IT]", "Why?",
            ])
        #expect(read.answers("How satisfied are you?") == ["Bad", "Fine", ""])
        #expect(read.answers("#8") == ["Bad", "Fine", ""])
        #expect(read.answers("#9") == ["", "", "so so"])
        #expect(read.layout.columns.first?.role == .respondent)
        #expect(read.layout.columns[3].role == .submitted)
    }

    @Test func surveyMonkeyNotSelected() throws {
        let read = try ReadFile(
            ",StartDate,EndDate,q0001,q0004_0001,q0004_0002\n1,5/10/18 4:01,5/10/18 4:06,Somewhat,Not selected,Mother\n2,5/10/18 4:01,5/10/18 4:06,Very,Father,Not selected\n"
        )
        #expect(read.layout.platform == .surveymonkey)
        #expect(read.answers("q0004_0001") == ["", "Father"])
        #expect(read.answers("q0001") == ["Somewhat", "Very"])
    }

    @Test func surveyMonkeyWithoutItsIds() throws {
        let read = try ReadFile("How are you?,,And here?\nResponse,None of these,Response\nWell,,Badly\n")
        #expect(read.layout.platform == .surveymonkey)
        #expect(read.layout.headerRows == 2)
        #expect(read.names == ["How are you?", "How are you? [None of these]", "And here?"])
        #expect(read.rows.count == 1)
    }

    @Test func googleForms() throws {
        let read = try ReadFile(
            "\u{FEFF}Timestamp,Your department,\"How good is:\n [Finance]\",How good is: [IT  desk],How good is: [IT (desk) [2]]\r\n3/14/2026 10:00:00,HR,Good,Bad,OK\r\n"
        )
        #expect(read.layout.platform == .googleForms)
        #expect(read.layout.encoding == .utf8WithMark)
        #expect(
            read.names == [
                "Timestamp", "Your department", "How good is: [Finance]", "How good is: [IT desk]",
                "How good is: [IT (desk) [2]]",
            ])
        #expect(read.layout.columns[0].role == .submitted)
        #expect(
            read.layout.matrix(named: "How good is: [*]").rows.map(\.text) == ["Finance", "IT desk", "IT (desk) [2]"])
        for first in ["Horodateur", "Zeitstempel", "Marca temporal"] {
            #expect(try ReadFile("\(first),x\n14/03/2026 10:00:00,1\n").layout.platform == .googleForms)
        }
        #expect(try ReadFile("Когда,x\n2021/03/05 9:17:41 AM GMT+1,1;2\n").layout.platform == .googleForms)
    }

    @Test func microsoftForms() throws {
        let text =
            "Id;Startzeit;Fertigstellungszeit;E-Mail;Name;Wie zufrieden sind Sie?\r\n;Noten.Tempo;Noten.Ton;Story key;Story key2\r\n"
        let read = try ReadFile(
            text.replacing("Sie?\r\n;", with: "\"Wie zufrieden\n\u{A0}sind Sie?\";").replacing(
                "Wie zufrieden sind \"", with: "\"")
                + "1;27.04.2026 11:34;27.04.2026 11:40;anonymous;;Sehr;Gut;\"A;B;\";x;y\r\n", LayoutHints())
        #expect(read.layout.platform == .microsoftForms)
        #expect(read.layout.delimiter == 0x3B)
        #expect(
            Array(read.names[5...]) == [
                "Wie zufrieden sind Sie?", "Noten [Tempo]", "Noten [Ton]", "Story key", "Story key2",
            ])
        #expect(read.answers("Noten.Ton") == ["A;B;"])
        #expect(read.layout.columns.map(\.role)[..<5] == [.system, .started, .submitted, .contact, .contact])
        for header in [
            "ID,Start time,Completion time,Email,Name,Q",
            "Id,Hora de inicio,Hora de finalización,Correo electrónico,Nombre,Q",
            "ID,Heure de début,Heure de fin,Adresse de messagerie,Nom,Q",
        ] {
            #expect(
                try ReadFile("\(header)\n1,7/2/20 11:00:22,7/2/20 11:00:22,a,b,5\n").layout.platform == .microsoftForms)
        }
    }

    @Test func limeSurveyInItsModes() throws {
        let codes = try ReadFile(
            "\u{FEFF}\"id\";\"submitdate\";\"lastpage\";\"startlanguage\";\"Q1\";\"Q2[SQ001]\";\"Q2[SQ002]\"\r\n\"1\";\"2026-03-05 10:00:00\";\"2\";\"en\";\"A1\";\"A2\";\"A3\"\r\n\"2\";\"\";\"1\";\"en\";\"A1\";\"\";\"\"\r\n\r\n"
        )
        #expect(codes.layout.platform == .limesurvey)
        #expect(codes.layout.delimiter == 0x3B)
        #expect(codes.outcomes == ["", "incomplete not-submitted"])
        #expect(codes.names[5...] == ["Q2 [SQ001]", "Q2 [SQ002]"])
        #expect(codes.answers("Q2[SQ001]") == ["A2", ""])
        let texts = try ReadFile(
            "\"Response ID\",\"Date submitted\",\"Last page\",\"Start language\",\"How good? [Finance]\"\n\"1\",\"1980-01-01 00:00:00\",\"2\",\"en\",\"Good\"\n\"2\",\"\",\"1\",\"en\",\"Good\"\n"
        )
        #expect(texts.layout.platform == .limesurvey)
        #expect(texts.outcomes == ["", "incomplete not-submitted"])
        #expect(texts.layout.columns[1].role == .system)
        let both = try ReadFile(
            ",id. Response ID,submitdate. Date submitted,q1. How good?,m[SQ001]. Rate: [Finance],n[a]._.[How much?],x[1]. Who? []\n0,1,2026-03-05 10:00:00,Good,Bad,3,4\n"
        )
        #expect(both.layout.platform == .limesurvey)
        #expect(
            both.names == [
                "#1", "Response ID", "Date submitted", "How good?", "Rate: [Finance]", "n [How much?]", "Who?",
            ])
        #expect(both.answers("m[SQ001]") == ["Bad"])
    }

    @Test func typeformOldAndNew() throws {
        let old = try ReadFile(
            "#,<strong>How *good* was {{field:ab12}}?</strong>,Start Date (UTC),Submit Date (UTC),Network ID\nabc,5,2018-04-03 09:05:14,2018-04-03 09:06:14,n1\nabd,5,2018-04-03 09:05:14,,n1\n"
        )
        #expect(old.layout.platform == .typeform)
        #expect(old.names[1] == "How good was \u{2026}?")
        #expect(old.outcomes == ["", "incomplete not-submitted"])
        let new = try ReadFile(
            "#,Q,Response Type,Start Date (UTC),Stage Date (UTC),Submit Date (UTC),Network ID,Tags\na,5,completed,2026-04-03 09:05:14,,2026-04-03 09:06:14,n,\nb,5,partial,2026-04-03 09:05:14,,,n,\nc,,started,2026-04-03 09:05:14,,,n,\n"
        )
        #expect(new.outcomes == ["", "incomplete unfinished", "incomplete unfinished"])
        #expect(
            new.layout.columns.map(\.role) == [
                .respondent, .answer, .system, .started, .system, .submitted, .system, .system,
            ])
    }

    @Test func formbricks() throws {
        let read = try ReadFile(
            "\"No.\",\"Response ID\",\"Timestamp\",\"Finished\",\"Survey ID\",\"Formbricks ID (internal)\",\"User ID\",\"Tags\",\"url\",\"1. How good?\",\"2. Rate us - Speed\",\"2. Rate us - Tone\",\"department\"\n1,\"r1\",\"2026-03-05 10:00:00\",\"Yes\",\"s\",\"f\",\"u\",\"\",\"\",\"'-1\",\"4\",\"5\",\"HR\"\n2,\"r2\",\"2026-03-05 10:00:00\",\"No\",\"s\",\"f\",\"u\",\"\",\"\",\"'=1\",\"4\",\"5\",\"HR\"\n"
        )
        #expect(read.layout.platform == .formbricks)
        #expect(Array(read.names[9...]) == ["How good?", "Rate us [Speed]", "Rate us [Tone]", "department"])
        #expect(read.answers("How good?") == ["-1", "=1"])
        #expect(read.answers("2. Rate us - Tone") == ["5", "5"])
        #expect(read.outcomes == ["", "incomplete unfinished"])
    }

    @Test func koboToolbox() throws {
        let read = try ReadFile(
            "\"start\";\"g1/dept\";\"uses\";\"uses/phone\";\"uses/mail\";\"_id\";\"_uuid\";\"_submission_time\";\"_validation_status\"\r\n\"2016-04-01T19:57:45.306+02:00\";\"HR\";\"phone mail\";\"1\";\"1\";\"9\";\"u-1\";\"2016-04-01 19:57:45.306805\";\"\"\r\n\"2016-04-01T19:57:45.306+02:00\";\"HR\";\"mail\";\"0\";\"1\";\"10\";\"u-2\";\"2016-04-01 19:57:45.306805\";\"validation_status_not_approved\"\r\n"
        )
        #expect(read.layout.platform == .kobotoolbox)
        #expect(read.names[...4] == ["start", "g1/dept", "uses", "uses [phone]", "uses [mail]"])
        #expect(read.answers("dept") == ["HR", "HR"])
        #expect(read.outcomes == ["", "test not-approved"])
        let tagged = try ReadFile("\"q\";\"_id\";\"_uuid\"\r\n\"#adm1\";\"\";\"\"\r\n\"5\";\"1\";\"u\"\r\n")
        #expect(tagged.layout.headerRows == 2)
        #expect(tagged.rows.count == 1)
    }

    @Test func redcap() throws {
        let read = try ReadFile(
            "record_id,redcap_event_name,redcap_data_access_group,survey_timestamp,satisfaction,race___4,survey_complete\n1,e,north,2026-03-05 10:00:00,5,1,2\n2,e,north,[not completed],4,0,0\n"
        )
        #expect(read.layout.platform == .redcap)
        #expect(read.outcomes == ["", "incomplete unfinished"])
        #expect(read.names[5] == "race [4]")
        #expect(read.layout.columns[2].role == .answer)
        let labels = try ReadFile(
            "\"Record ID\",\"Survey Timestamp\",\"How good?\",\"Race (choice=Asian)\",\"Complete?\",\"Age\",\"Complete?\"\n1,2026-03-05 10:00,Good,Checked,Incomplete,\"1,54\",Complete\n2,,Good,Unchecked,Incomplete,4,Incomplete\n"
        )
        #expect(labels.layout.platform == .redcap)
        #expect(labels.outcomes == ["", "incomplete unfinished"])
        #expect(labels.names[3] == "Race [Asian]")
        #expect(labels.layout.column(named: "Complete?") == .ambiguous([4, 6]))
    }

    @Test func serviceNowIsPutTogether() throws {
        let read = try ReadFile(
            """
            Instance,Metric,String value,Actual value,Scale definition,Taken on,User
            AINST1,How good?,Very good,10,High,2026-03-05 10:00:00,ann
            AINST1,How hard?,,2,Low,2026-03-05 10:00:00,
            AINST2,How hard?,,7,Low,2026-03-06 10:00:00,bob
            ,How hard?,,7,Low,2026-03-06 10:00:00,bob
            AINST2,How good?,Poor,3,High,2026-03-06 10:00:00,bob
            """)
        #expect(read.layout.platform == .servicenow)
        #expect(read.layout.isLong)
        #expect(read.answers("How good?") == ["Very good", "Poor", ""])
        #expect(read.answers("How hard?") == ["2", "7", ""])
        #expect(read.answers("Instance") == ["AINST1", "AINST2", ""])
        #expect(read.answers("User") == ["ann", "bob", "bob"])
        #expect(read.lines == [2, 4, 5])
        #expect(read.outcomes == ["", "", "unreadable ragged"])
        #expect(read.layout.evidence.contains { $0.contains("'How hard?'") && $0.contains("reversed") })
    }

    @Test func zendesk() throws {
        let read = try ReadFile(
            "Id,Requester,Requester id,Group,Satisfaction Score,Solved at\n1,a,77,IT,Good,2026-03-05 10:00:00\n2,a,77,IT,Offered,2026-03-05 10:00:00\n3,b,78,IT,Bad,2026-03-05 10:00:00\n"
        )
        #expect(read.layout.platform == .zendesk)
        #expect(read.answers("Satisfaction Score") == ["Good", "", "Bad"])
        #expect(read.outcomes == ["", "incomplete not-rated", ""])
    }

    @Test func nothingKnownIsGeneric() throws {
        for text in [
            "a,b\n1,2\n", "Name,Date,Score\nx,2026-01-01,5\n", "id,status,score\n1,2,3\n",
            "ID,Start,End,Note\n1,a,b,c\n",
            "Department,How satisfied are you?,Comment\nHR,5,fine\n",
        ] { #expect(try ReadFile(text).layout.platform == .generic) }
    }

    @Test func declaredPlatformIsBelieved() throws {
        let read = try ReadFile("Timestamp,Q\n3/14/2026 10:00:00,5\n", LayoutHints(platform: .generic))
        #expect(read.layout.platform == .generic)
        #expect(read.rows.count == 1)
    }
}
