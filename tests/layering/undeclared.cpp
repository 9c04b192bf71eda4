// SPDX-License-Identifier: GPL-3.0-or-later
int undeclared();

int usesWhatItDoesNotDeclare();
int usesWhatItDoesNotDeclare() { return undeclared(); }
