package io.outflow.posture.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.posture.Lane;
import io.outflow.posture.internal.Selectors.Records;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a trail's selectors let through, in the forms that AWS documents. */
class SelectorsTest {
    private static final String MANAGEMENT = "{'field':'eventCategory','equals':['Management']}";
    private static final String DATA = "{'field':'eventCategory','equals':['Data']}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'eventSelectors':[{'readWriteType':'All','includeManagementEvents':true}] | YES",
                "'eventSelectors':[{'readWriteType':'ReadOnly','includeManagementEvents':true}] | YES",
                "'eventSelectors':[{'readWriteType':'WriteOnly','includeManagementEvents':true}] | NO",
                "'eventSelectors':[{'readWriteType':'All','includeManagementEvents':false}] | NO",
                "'eventSelectors':[{'readWriteType':'All','includeManagementEvents':true,'excludeManagementEventSources':['bedrock.amazonaws.com']}] | NO",
                "'eventSelectors':[{'readWriteType':'All','includeManagementEvents':true,'excludeManagementEventSources':['kms.amazonaws.com']}] | YES",
                "'advancedEventSelectors':[{'fieldSelectors':[" + MANAGEMENT + "]}] | YES",
                "'advancedEventSelectors':[{'fieldSelectors':[" + MANAGEMENT
                        + ",{'field':'readOnly','equals':['false']}]}] | NO",
                "'advancedEventSelectors':[{'fieldSelectors':[" + MANAGEMENT
                        + ",{'field':'readOnly','equals':['true']}]}] | YES",
                "'advancedEventSelectors':[{'fieldSelectors':[" + MANAGEMENT
                        + ",{'field':'eventSource','notEquals':['bedrock.amazonaws.com']}]}] | NO",
                "'advancedEventSelectors':[{'fieldSelectors':[" + MANAGEMENT
                        + ",{'field':'eventSource','notEquals':['kms.amazonaws.com']}]}] | YES",
                "'advancedEventSelectors':[{'fieldSelectors':[" + MANAGEMENT
                        + ",{'field':'userIdentity.arn','notStartsWith':['arn:aws:sts']}]}] | PARTLY",
                "'advancedEventSelectors':[{'fieldSelectors':[" + DATA
                        + ",{'field':'resources.type','equals':['AWS::S3::Object']}]}] | NO",
            })
    void callsOfModelsAreRecordedWhereReadsOfManagementEventsAre(String selectors, Records expected) {
        assertThat(of(selectors).verdict(Lane.BEDROCK_RUNTIME).records()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "BEDROCK_MANTLE | 'equals':['AWS::BedrockMantle::Project','AWS::BedrockMantle::CustomizedModel','AWS::BedrockMantle::Reservation'] | YES",
                "BEDROCK_MANTLE | 'startsWith':['AWS::BedrockMantle::'] | YES",
                "BEDROCK_MANTLE | 'equals':['AWS::BedrockMantle::Project'] | PARTLY",
                "BEDROCK_MANTLE | 'equals':['AWS::Bedrock::AgentAlias'] | NO",
                "BEDROCK_AGENTS | 'equals':['AWS::Bedrock::AgentAlias'] | PARTLY",
                "BEDROCK_AGENTS | 'startsWith':['AWS::Bedrock::'] | YES",
                "CLAUDE_PLATFORM | 'equals':['AWS::AWSExternalAnthropic::Workspace'] | YES",
                "CLAUDE_PLATFORM | 'equals':['AWS::S3::Object'] | NO",
            })
    void dataEventsAreRecordedWhereEveryResourceTypeIsNamed(Lane lane, String types, Records expected) {
        var whole = "'advancedEventSelectors':[{'fieldSelectors':[%s,{'field':'resources.type',%s}]}]"
                .formatted(DATA, types);
        assertThat(of(whole).verdict(lane).records()).isEqualTo(expected);

        var narrowed =
                "'advancedEventSelectors':[{'fieldSelectors':[%s,{'field':'resources.type',%s},{'field':'resources.ARN','startsWith':['arn:']}]}]"
                        .formatted(DATA, types);
        assertThat(of(narrowed).verdict(lane).records())
                .isEqualTo(expected == Records.NO ? Records.NO : Records.PARTLY);
    }

    private static Selectors of(String json) {
        return Selectors.of(Answers.json(("{" + json.replace('\'', '"') + "}").getBytes(StandardCharsets.UTF_8)));
    }
}
