/** What the user can set: by the file of the profile, on the command line, and with {@code %config}. */
package dev.tutti.kernel.settings;
