package io.outflow.mail.internal;

import io.outflow.mail.MailSettings;
import io.outflow.mail.MailSettings.Security;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The settings stored: one row or none. */
@Component
public class MailRows {

    private final JdbcClient jdbc;

    MailRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public MailSettings read() {
        return jdbc.sql("SELECT host, port, security, user_name, sender, fallback, address FROM mail_settings")
                .query((row, n) -> new MailSettings(
                        row.getString("host"),
                        row.getInt("port"),
                        Security.valueOf(row.getString("security")),
                        row.getString("user_name"),
                        row.getString("sender"),
                        row.getString("fallback"),
                        row.getString("address")))
                .optional()
                .orElse(MailSettings.NONE);
    }

    public void write(MailSettings settings) {
        jdbc.sql("DELETE FROM mail_settings").update();
        jdbc.sql("INSERT INTO mail_settings (id, host, port, security, user_name, sender, fallback, address)"
                        + " VALUES (1, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        settings.host(),
                        settings.port(),
                        settings.security().name(),
                        settings.user(),
                        settings.sender(),
                        settings.fallback(),
                        settings.address())
                .update();
    }
}
