package dev.tutti.kernel.settings;

import dev.tutti.kernel.cell.Spelling;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The values of all settings, and where each comes from. What is set later wins: the profile's file, then the command
 * line, then {@code %config}. Any thread.
 */
public final class Settings {

    /** Where a value comes from. */
    public enum Origin {
        INITIAL,
        FILE,
        COMMAND_LINE,
        SESSION
    }

    /** A value with its origin. */
    public record Value(Setting setting, String text, Origin origin) {}

    private final Path file;
    private final List<Setting> known;
    private final Map<String, Value> values = new LinkedHashMap<>();
    private final List<Consumer<Setting>> listeners = new CopyOnWriteArrayList<>();

    private Settings(Path file, List<Setting> known) {
        this.file = file;
        this.known = List.copyOf(known);
        known.forEach(setting -> values.put(setting.name(), new Value(setting, setting.initial(), Origin.INITIAL)));
    }

    /** Initial values, to be saved in a file that need not exist. */
    public static Settings of(Path file, List<Setting> known) {
        return new Settings(file, known);
    }

    /**
     * The values of the profile's file. A line that cannot be used changes nothing and is told; a file that is missing is
     * an empty one.
     *
     * @param notes takes a sentence for each such line
     */
    public static Settings load(Path file, List<Setting> known, Consumer<String> notes) {
        Settings settings = new Settings(file, known);
        List<SettingsFile.Line> lines;
        try {
            lines = SettingsFile.read(file);
        } catch (IOException e) {
            notes.accept("The settings of " + file + " cannot be read: " + e.getMessage() + ".");
            return settings;
        }
        for (SettingsFile.Line line : lines) {
            try {
                settings.set(line.name(), line.value(), Origin.FILE);
            } catch (SettingException e) {
                notes.accept(file + ", line " + line.number() + ": " + e.getMessage());
            }
        }
        return settings;
    }

    /** The file that {@link #save} writes. */
    public Path file() {
        return file;
    }

    public synchronized String get(Setting setting) {
        return values.get(setting.name()).text();
    }

    public boolean isOn(Setting flag) {
        return get(flag).equals("on");
    }

    public int number(Setting whole) {
        return Integer.parseInt(get(whole));
    }

    /** The number of a setting that has one; empty while it is its word. */
    public OptionalInt numberOf(Setting wordOrWhole) {
        String value = get(wordOrWhole);
        return Character.isDigit(value.charAt(0)) ? OptionalInt.of(Integer.parseInt(value)) : OptionalInt.empty();
    }

    /** A setting with its value. */
    public synchronized Value value(Setting setting) {
        return values.get(setting.name());
    }

    /** All settings with their values, in their order. */
    public synchronized List<Value> values() {
        return List.copyOf(values.values());
    }

    /** @throws SettingException if there is no such setting; the nearest name is offered */
    public Setting named(String name) throws SettingException {
        for (Setting setting : known) {
            if (setting.name().equals(name)) {
                return setting;
            }
        }
        List<String> names = known.stream().map(Setting::name).toList();
        String near = Spelling.nearest(name, names)
                .map(nearest -> " Did you mean " + nearest + "?")
                .orElse(" %config lists all.");
        throw new SettingException("There is no setting '" + name + "'." + near);
    }

    /**
     * Sets a value and tells the listeners.
     *
     * @throws SettingException if there is no such setting, or it cannot have that value
     */
    public void set(String name, String text, Origin origin) throws SettingException {
        Setting setting = named(name);
        Value value = new Value(setting, setting.read(text), origin);
        synchronized (this) {
            values.put(name, value);
        }
        listeners.forEach(listener -> listener.accept(setting));
    }

    /** Gives a setting its initial value. */
    public void reset(String name) throws SettingException {
        set(name, named(name).initial(), Origin.INITIAL);
    }

    /** Is called after each change, on the thread that makes it. */
    public void onChange(Consumer<Setting> listener) {
        listeners.add(listener);
    }

    /** Writes all values that are not the initial ones to the profile's file; its comments stay. */
    public void save() throws IOException {
        List<Value> changed = new ArrayList<>();
        for (Value value : values()) {
            if (!value.text().equals(value.setting().initial())) {
                changed.add(value);
            }
        }
        SettingsFile.write(file, changed, known);
    }
}
