package dev.tutti.kernel.schedule;

import java.util.List;

/** Tasks by their line numbers, linked through themselves: any can be taken out at once. */
final class TaskList {

    private BalancedTask first;
    private BalancedTask last;

    boolean isEmpty() {
        return first == null;
    }

    BalancedTask first() {
        return first;
    }

    /** New ones go to the end; one that comes back has been in front of nearly all others. */
    void add(BalancedTask task) {
        if (last == null || last.lineNumber < task.lineNumber) {
            link(last, task, null);
            return;
        }
        BalancedTask behind = first;
        while (behind.lineNumber < task.lineNumber) {
            behind = behind.behind;
        }
        link(behind.before, task, behind);
    }

    void remove(BalancedTask task) {
        if (task.before == null) {
            first = task.behind;
        } else {
            task.before.behind = task.behind;
        }
        if (task.behind == null) {
            last = task.before;
        } else {
            task.behind.before = task.before;
        }
        task.before = null;
        task.behind = null;
    }

    void copyTo(List<BalancedTask> tasks) {
        for (BalancedTask task = first; task != null; task = task.behind) {
            tasks.add(task);
        }
    }

    private void link(BalancedTask before, BalancedTask task, BalancedTask behind) {
        task.before = before;
        task.behind = behind;
        if (before == null) {
            first = task;
        } else {
            before.behind = task;
        }
        if (behind == null) {
            last = task;
        } else {
            behind.before = task;
        }
    }
}
