package io.outflow.imports.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.outflow.imports.Counts;
import io.outflow.imports.FileState;
import io.outflow.imports.ImportFile;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UseType;
import net.jqwik.api.constraints.UseTypeMode;
import net.jqwik.api.constraints.WithNull;
import org.junit.jupiter.api.Test;

class FileGroupsTest {

    @Test
    void filesThatStandOutComeFirstAndTheRestIsOneLineAState() {
        var files = new ArrayList<ImportFile>();
        for (var i = 1; i <= 211; i++) {
            files.add(file(i, FileState.DONE));
        }
        files.add(file(212, FileState.READING));
        files.add(file(213, FileState.DONE_WITH_QUARANTINE));
        files.add(file(214, FileState.FAILED));
        files.add(file(215, FileState.WAITING));

        var groups = FileGroups.of(files, null, null, null, FileGroups.ROOM);

        assertThat(groups.rows())
                .extracting(ImportFile::state)
                .containsExactly(FileState.FAILED, FileState.DONE_WITH_QUARANTINE, FileState.READING);
        assertThat(groups.folded())
                .containsExactly(
                        new FileGroups.Folded(FileState.WAITING, 1, new Counts(3, 1, 1, 1, 0)),
                        new FileGroups.Folded(FileState.DONE, 211, new Counts(633, 211, 211, 211, 0)));
        assertThat(FileGroups.standingOut(files)).isEqualTo(3);
    }

    @Test
    void aFilePickedIsListedThoughItsStateIsFolded() {
        var files = new ArrayList<ImportFile>();
        for (var i = 1; i <= 20; i++) {
            files.add(file(i, FileState.DONE));
        }

        var groups = FileGroups.of(files, null, null, 7L, FileGroups.ROOM);

        assertThat(groups.rows()).extracting(ImportFile::id).containsExactly(7L);
        assertThat(groups.folded()).extracting(FileGroups.Folded::files).containsExactly(19);
    }

    @Test
    void aStatePickedListsItsFilesAlone() {
        var files = List.of(file(1, FileState.DONE), file(2, FileState.FAILED), file(3, FileState.DONE));

        var groups = FileGroups.of(files, FileState.DONE, null, null, FileGroups.ROOM);

        assertThat(groups.rows()).extracting(ImportFile::id).containsExactly(1L, 3L);
        assertThat(groups.folded()).isEmpty();
    }

    @Property
    void noFileIsLostOrListedTwice(
            @ForAll @Size(max = 300) List<FileState> states,
            @ForAll @WithNull @UseType(UseTypeMode.CONSTRUCTORS) FileSort sort,
            @ForAll boolean fewRows) {
        var files = new ArrayList<ImportFile>();
        for (var state : states) {
            files.add(file(files.size() + 1, state));
        }

        var groups = FileGroups.of(files, null, sort, null, fewRows ? 3 : FileGroups.ROOM);

        var folded = groups.folded().stream().mapToInt(FileGroups.Folded::files).sum();
        assertThat(groups.rows()).doesNotHaveDuplicates();
        assertThat(groups.rows().size() + groups.hidden() + folded).isEqualTo(files.size());
    }

    private static ImportFile file(long id, FileState state) {
        return FakeImports.file(id, "file-" + id, state, null, new Counts(3, 1, 1, 1, 0));
    }
}
