package dev.tutti.kernel.doctor;

import dev.tutti.kernel.settings.Setting;
import dev.tutti.kernel.settings.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The file of the profile. */
public final class SettingsCheck {

    private static final String SUBJECT = "settings";

    private SettingsCheck() {}

    /** @param known the settings that there are */
    public static List<Finding> of(Path file, List<Setting> known) {
        if (Files.notExists(file)) {
            return List.of(new Finding.Good(SUBJECT, "all as at first, for there is no " + file));
        }
        List<String> notes = new ArrayList<>();
        Settings.load(file, known, notes::add);
        return notes.isEmpty()
                ? List.of(new Finding.Good(SUBJECT, file.toString()))
                : notes.stream()
                        .<Finding>map(note ->
                                new Finding.Problem(SUBJECT, note, "Edit the file; %config lists what can be set."))
                        .toList();
    }
}
