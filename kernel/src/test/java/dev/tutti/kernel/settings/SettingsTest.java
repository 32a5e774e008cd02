package dev.tutti.kernel.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tutti.kernel.settings.Settings.Origin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {

    @TempDir
    private Path folder;

    private final List<String> notes = new ArrayList<>();
    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("tutti").resolve("default.conf");
    }

    private Settings load(String... lines) throws Exception {
        Files.createDirectories(file.getParent());
        Files.write(file, List.of(lines));
        return Settings.load(file, KnownSettings.ALL, notes::add);
    }

    @Test
    void aMissingFileIsAnEmptyOne() {
        Settings settings = Settings.load(file, KnownSettings.ALL, notes::add);
        assertThat(settings.get(KnownSettings.EDITOR_MODE)).isEqualTo("emacs");
        assertThat(notes).isEmpty();
    }

    @Test
    void theFileSetsValues() throws Exception {
        Settings settings = load("# keys", "", "  editor.mode=vi ", "editor.suggestions = off");
        assertThat(settings.get(KnownSettings.EDITOR_MODE)).isEqualTo("vi");
        assertThat(settings.isOn(KnownSettings.EDITOR_SUGGESTIONS)).isFalse();
        assertThat(settings.values().getFirst().origin()).isEqualTo(Origin.FILE);
    }

    @Test
    void aWrongLineIsToldAndChangesNothing() throws Exception {
        Settings settings = load("editor.mode = nano", "editor.mod = vi", "display.theme = light");
        assertThat(notes)
                .containsExactly(
                        file + ", line 1: editor.mode cannot be 'nano': it is emacs, vi.",
                        file + ", line 2: There is no setting 'editor.mod'. Did you mean editor.mode?");
        assertThat(settings.get(KnownSettings.THEME)).isEqualTo("light");
    }

    @Test
    void whatIsSetLaterWins() throws Exception {
        Settings settings = load("editor.mode = vi");
        settings.set("editor.mode", "emacs", Origin.COMMAND_LINE);
        assertThat(settings.get(KnownSettings.EDITOR_MODE)).isEqualTo("emacs");
    }

    @Test
    void listenersHearOfChangesOnly() throws Exception {
        Settings settings = load();
        List<Setting> heard = new ArrayList<>();
        settings.onChange(heard::add);
        settings.set("editor.mode", "vi", Origin.SESSION);
        assertThatThrownBy(() -> settings.set("editor.mode", "ed", Origin.SESSION))
                .isInstanceOf(SettingException.class);
        assertThat(heard).containsExactly(KnownSettings.EDITOR_MODE);
    }

    @Test
    void savingKeepsWhatPeopleWroteAround() throws Exception {
        Settings settings = load("# my keys", "editor.mode = vi", "other.tool = 3", "display.theme = light");
        settings.set("display.theme", "dark", Origin.SESSION);
        settings.set("editor.autopair", "on", Origin.SESSION);
        settings.save();
        assertThat(Files.readAllLines(file))
                .containsExactly("# my keys", "editor.mode = vi", "other.tool = 3", "editor.autopair = on");
    }

    @Test
    void savingMakesTheFolder() throws Exception {
        Settings settings = Settings.of(file, KnownSettings.ALL);
        settings.set("editor.mode", "vi", Origin.SESSION);
        settings.save();
        assertThat(Files.readString(file)).isEqualTo("editor.mode = vi\n");
    }

    @Test
    void blanksAtTheEndsOfAValueStandInQuotes() throws Exception {
        Settings settings = load("prompt.text = \"{cell}> \"");
        assertThat(settings.get(KnownSettings.PROMPT_TEXT)).isEqualTo("{cell}> ");
        settings.set("prompt.right", " {seconds} s", Origin.SESSION);
        settings.save();
        assertThat(Files.readAllLines(file))
                .containsExactly("prompt.text = \"{cell}> \"", "prompt.right = \" {seconds} s\"");
    }

    @Test
    void numbersHaveBounds() {
        Setting digits = new Setting("display.digits", new Setting.Kind.Whole(0, 17), "0", "digits");
        assertThatThrownBy(() -> digits.read("18"))
                .isInstanceOf(SettingException.class)
                .hasMessage("display.digits cannot be '18': it is a whole number from 0 to 17.");
    }
}
