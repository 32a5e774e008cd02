package dev.tutti.kernel.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** What nobody else may read or write, for it leads to the engines. */
public final class PrivacyCheck {

    private static final Set<PosixFilePermission> OWNERS =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private PrivacyCheck() {}

    /**
     * Looks at who may use a file or a folder.
     *
     * @param subject what it is for
     * @param user the name of the user who runs this
     */
    public static Finding of(String subject, Path path, String user) {
        try {
            PosixFileAttributes attributes =
                    Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (!OWNERS.containsAll(attributes.permissions())) {
                return new Finding.Problem(
                        subject,
                        "Others than its owner may use " + path + " ("
                                + PosixFilePermissions.toString(attributes.permissions())
                                + "), and who may use it may run code here.",
                        "Take the permissions away: chmod go= " + path);
            }
            if (!attributes.owner().getName().equals(user)) {
                return new Finding.Problem(
                        subject,
                        path + " belongs to " + attributes.owner().getName() + ", not to " + user + ".",
                        "Leave, remove it, and start again.");
            }
            return new Finding.Good(subject, path + " is yours alone");
        } catch (IOException e) {
            return new Finding.Problem(
                    subject,
                    path + " cannot be looked at: " + e + ".",
                    "Start again; something may be clearing temporary folders while Tutti runs.");
        } catch (UnsupportedOperationException e) {
            return new Finding.Good(subject, path + ", whose permissions this system does not tell");
        }
    }
}
