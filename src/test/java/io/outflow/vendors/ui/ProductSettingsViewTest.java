package io.outflow.vendors.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.access.Role;
import io.outflow.vendors.Basis;
import io.outflow.vendors.content.Control;
import io.outflow.vendors.content.ControlState;
import io.outflow.vendors.content.ControlType;
import io.outflow.vendors.content.Product;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What AWS says, on the page of a product that runs there. */
class ProductSettingsViewTest extends RegisterViewTest {
    private static final String ACCOUNT = "999900001111";

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    @AfterEach
    void forget() {
        jdbc.update("DELETE FROM posture_observation WHERE account = ?", ACCOUNT);
    }

    private void answer(String question, String outcome, String text) {
        jdbc.update(
                "INSERT INTO posture_observation (source_id, account, region, question, outcome, answer, seen_from,"
                        + " seen_until) VALUES (0, ?, 'eu-central-1', ?, ?, ?, TIMESTAMP WITH TIME ZONE"
                        + " '2026-11-04 00:00:00+00', TIMESTAMP WITH TIME ZONE '2026-11-22 09:12:00+00')",
                ACCOUNT,
                question,
                outcome,
                text);
    }

    @Test
    void whatAwsSaysStandsBesideWhatWeRecordedWithItsDate() {
        answer("INVOCATION_LOGGING", "SEEN", "{\"on\":false}");
        answer("VPC_ENDPOINTS", "REFUSED", "ec2:DescribeVpcEndpoints");
        var bedrock = add(vendor, Product.named("Claude on Amazon Bedrock"), Basis.ours("", null, null));
        add(bedrock, new Control(ControlType.AUDIT_LOGGING, ControlState.CONFIGURED, ""), CLAIM);

        assertThat(open(bedrock))
                .contains(
                        "Audit logging Configured not set Model invocation logging: Off. Tokens and request metadata of calls"
                                + " are not kept. 999900001111, eu-central-1, asked 22 Nov 2026, 09:12 UTC")
                .contains(
                        "Private networking (PrivateLink, VPC endpoints) Nothing recorded cannot be seen VPC endpoints:"
                                + " Cannot be seen. To see it, allow ec2:DescribeVpcEndpoints.")
                .contains("Access control (IAM) Nothing recorded not asked AWS was not asked yet, so it is unknown.");
        assertThat(open(bedrock, Map.of("asOf", "2099-01-01T00:00:00Z", "known", "then")))
                .doesNotContain("What AWS says");
    }

    @Test
    void productsThatDoNotRunInOurAccountsHaveNoSuchPart() {
        signInAs(Role.LEGAL);

        assertThat(open(product)).doesNotContain("What AWS says");
    }
}
