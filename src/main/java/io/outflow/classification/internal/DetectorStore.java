package io.outflow.classification.internal;

import io.outflow.classification.Detector;
import io.outflow.classification.Detectors.Setting;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Settings of detectors in the database; what nobody decided about is as the program gives it. */
@Repository
class DetectorStore {
    private final JdbcClient jdbc;

    DetectorStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Setting> list() {
        record Stored(String code, boolean enabled, String dataClass) {}
        var stored = jdbc.sql("SELECT code, enabled, data_class FROM detector_setting")
                .query((row, n) ->
                        new Stored(row.getString("code"), row.getBoolean("enabled"), row.getString("data_class")))
                .list();
        return Arrays.stream(Detector.values())
                .map(detector -> stored.stream()
                        .filter(one -> one.code().equals(detector.name()))
                        .findFirst()
                        .map(one -> new Setting(detector, one.enabled(), one.dataClass()))
                        .orElse(new Setting(detector, true, detector.dataClass())))
                .toList();
    }

    void save(Setting setting) {
        var changed = jdbc.sql("UPDATE detector_setting SET enabled = ?, data_class = ? WHERE code = ?")
                .params(
                        setting.enabled(),
                        setting.dataClass(),
                        setting.detector().name())
                .update();
        if (changed == 0) {
            jdbc.sql("INSERT INTO detector_setting (enabled, data_class, code) VALUES (?, ?, ?)")
                    .params(
                            setting.enabled(),
                            setting.dataClass(),
                            setting.detector().name())
                    .update();
        }
    }
}
