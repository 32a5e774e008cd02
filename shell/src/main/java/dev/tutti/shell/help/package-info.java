/**
 * Help as styled lines of text, whatever shows them: rendered Javadoc, help pages, the quick reference. No terminal is
 * known here.
 */
package dev.tutti.shell.help;
