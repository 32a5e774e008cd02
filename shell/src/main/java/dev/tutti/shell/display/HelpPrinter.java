package dev.tutti.shell.display;
