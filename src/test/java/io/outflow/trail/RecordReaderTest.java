package io.outflow.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.trail.BadRecord.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordReaderTest {

    @Test
    void theSameEventIsTheSameWhicheverWayItCame() {
        Trail event = Trail.bedrock("InvokeModel").with("additionalEventData", "{\"inputTokens\":12,\"note\":\"<é>\"}");
        String file = event.json();
        String spaced = file.replace(",\"", " ,\n\t\"")
                .replace(":12,", ":1.2e1,")
                .replace(":12 ,", ":1.2e1,")
                .replace("<é>", "\\u003c\\u00e9>");
        String padded = event.text("eventID", "6f0d5f0e-0000-4000-8000-00000000000a ")
                .text("eventTime", "2026-05-04T10:15:30.000+02:00")
                .json();
        String looked =
                "{\"EventId\":\"x\",\"EventName\":\"InvokeModel\",\"ReadOnly\":\"true\",\"EventTime\":1777882530.0,"
                        + "\"Username\":\"worker\",\"Resources\":[],\"CloudTrailEvent\":"
                        + CloudTrailReaderTest.quoted(file) + "}";
        String bridged =
                "{\"version\":\"0\",\"id\":\"y\",\"detail-type\":\"AWS API Call via CloudTrail\",\"source\":\"aws.bedrock\","
                        + "\"account\":\"111122223333\",\"time\":\"2026-05-04T08:15:31Z\",\"resources\":[],\"detail\":"
                        + file + "}";

        List<Reading> kept = Records.read(file, spaced, padded, looked, bridged).kept;

        assertThat(kept).hasSize(5);
        assertThat(kept).extracting(Reading::key).containsOnly(kept.getFirst().key());
        assertThat(kept)
                .extracting(Reading::contentHash)
                .containsOnly(kept.getFirst().contentHash());
        assertThat(new String(kept.get(4).original(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(file);
    }

    @Test
    void anotherContentHasAnotherHashUnderTheSameKey() {
        Trail event = Trail.bedrock("InvokeModel");
        Reading one = Records.call(event.json());
        Reading other = Records.call(event.text("sourceIPAddress", "10.9.9.9").json());

        assertThat(other.key()).isEqualTo(one.key());
        assertThat(other.contentHash()).isNotEqualTo(one.contentHash()).matches("[0-9a-f]{64}");
    }

    @Test
    void aRecordWithoutAnIdIsNamedByItsContent() {
        Trail event = Trail.bedrock("InvokeModel").without("eventID");
        List<Reading> kept =
                Records.read(event.json(), event.text("eventID", "  ").json()).kept;

        assertThat(kept.get(0).key().id()).isEqualTo(kept.get(0).contentHash() + "#1");
        assertThat(kept.get(1).key().id()).startsWith(kept.get(1).contentHash());
    }

    @Test
    void unwrapsACopyInsideOfAnotherCopy() {
        String inner = "{\"detail-type\":\"AWS API Call via CloudTrail\",\"detail\":"
                + Trail.bedrock("Converse").json() + "}";
        String looked = "{\"CloudTrailEvent\":" + CloudTrailReaderTest.quoted(inner) + "}";
        String thrice = "{\"detail-type\":\"x\",\"detail\":" + looked + "}";

        assertThat(Records.call(looked).operation()).isEqualTo("Converse");
        assertThat(Records.reject(thrice).reason()).isEqualTo(Reason.UNKNOWN_KIND);
    }

    @Test
    void anEnvelopeAroundABrokenRecordIsKeptAside() {
        assertThat(Records.reject("{\"CloudTrailEvent\":\"{\\\"eventSource\\\":\"}")
                        .reason())
                .isEqualTo(Reason.TRUNCATED);
        assertThat(Records.reject("{\"CloudTrailEvent\":7}").reason()).isEqualTo(Reason.UNKNOWN_KIND);
        assertThat(Records.reject(
                                "{\"detail-type\":\"EC2 Instance State-change Notification\",\"detail\":{\"state\":\"running\"}}")
                        .reason())
                .isEqualTo(Reason.UNKNOWN_KIND);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"eventType\":\"AwsCloudTrailInsight\",\"eventCategory\":\"Insight\",\"insightDetails\":{}} | INSIGHT",
                "{\"eventVersion\":\"1.07\",\"insightDetails\":{\"state\":\"Start\"}} | INSIGHT",
                "{\"eventCategory\":\"NetworkActivity\",\"eventSource\":\"bedrock.amazonaws.com\",\"eventName\":\"InvokeModel\"} | NETWORK_ACTIVITY",
                "{\"eventType\":\"AwsVpceEvents\",\"eventSource\":\"bedrock.amazonaws.com\",\"eventName\":\"InvokeModel\"} | NETWORK_ACTIVITY",
                "{\"eventCategory\":\"Aggregated\",\"timeWindow\":{},\"summary\":{}} | AGGREGATED",
                "{\"timeWindow\":{},\"summary\":{}} | AGGREGATED",
                "{\"awsAccountId\":\"1\",\"digestS3Object\":\"x\",\"logFiles\":[]} | DIGEST",
                "{\"anthropic_version\":\"bedrock-2023-05-31\",\"messages\":[]} | CONTENT_BODY",
                "{\"messages\":[{\"role\":\"user\"}],\"system\":[]} | CONTENT_BODY",
                "{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"content\":[]} | CONTENT_BODY",
                "{\"output\":{\"message\":{\"role\":\"assistant\"}},\"usage\":{}} | CONTENT_BODY",
                "{\"type\":\"message_start\",\"message\":{}} | CONTENT_BODY",
                "{\"contentBlockDelta\":{\"delta\":{}}} | CONTENT_BODY",
                "{\"inputText\":\"x\"} | CONTENT_BODY",
                "Permissions are correctly set for Amazon Bedrock logs. | PERMISSION_CHECK",
                "\"Permissions are correctly set for Amazon Bedrock logs.\" | PERMISSION_CHECK"
            })
    void knowsWhatIsNoRecordByWhatIsInIt(String record, SkipReason reason) {
        assertThat(Records.skip(record)).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "7",
                "null",
                "\"text\"",
                "[]",
                "[{\"messages\":[]}]",
                "{\"name\":\"x\"}",
                "{\"eventVersion\":\"1.08\",\"eventName\":\"x\"}"
            })
    void keepsAsideWhatItDoesNotKnowWithoutAByteOfIt(String record) {
        BadRecord bad = Records.reject(record);

        assertThat(bad.reason()).isEqualTo(Reason.UNKNOWN_KIND);
        assertThat(bad.excerpt()).isNull();
        assertThat(bad.place().recordNo()).isEqualTo(1);
    }

    @Test
    void keepsAsideWhatCannotBeRead() {
        String record = Trail.bedrock("InvokeModel").json();

        assertThat(Records.reject(record + "x").reason()).isEqualTo(Reason.MALFORMED);
        assertThat(Records.reject(record.substring(0, 200)).reason()).isEqualTo(Reason.TRUNCATED);
        assertThat(Records.reject(record.replace("\"readOnly\"", "\"eventID\"")).reason())
                .isEqualTo(Reason.DUPLICATE_KEY);
        assertThat(Records.reject("{\"a\":" + "[".repeat(200) + "]".repeat(200) + "}")
                        .reason())
                .isEqualTo(Reason.TOO_DEEP);
    }

    @Test
    void fieldsOfAnotherTypeThanExpectedBreakNothing() {
        for (String field : new String[] {
            "userIdentity",
            "requestParameters",
            "responseElements",
            "additionalEventData",
            "resources",
            "addendum",
            "errorCode",
            "vpcEndpointId",
            "readOnly"
        }) {
            for (String value : new String[] {"null", "7", "true", "\"x\"", "[]", "[null]", "{}", "{\"x\":[{}]}"}) {
                Trail changed = Trail.bedrock("InvokeModel").with(field, value);

                assertThat(Records.read(changed.json()).kept)
                        .as("%s %s", field, value)
                        .hasSize(1);
            }
        }
    }
}
