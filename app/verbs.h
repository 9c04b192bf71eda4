// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <vector>

namespace warroom::app {

/// One word of the command line. Each is a function from its arguments to an exit status.
struct Verb {
    const char* name;
    const char* arguments;
    const char* summary;
    int (*run)(const Verb& verb, const QStringList& arguments);
    bool windowed = false; ///< Makes its own QApplication.
};

const std::vector<Verb>& verbs();
const Verb* verbNamed(const QString& name);

int declare(const Verb& verb, const QStringList& arguments);
int log(const Verb& verb, const QStringList& arguments);
int role(const Verb& verb, const QStringList& arguments);
int update(const Verb& verb, const QStringList& arguments);
int resolve(const Verb& verb, const QStringList& arguments);
int retract(const Verb& verb, const QStringList& arguments);
int redact(const Verb& verb, const QStringList& arguments);
int amend(const Verb& verb, const QStringList& arguments);
int list(const Verb& verb, const QStringList& arguments);
int show(const Verb& verb, const QStringList& arguments);
int search(const Verb& verb, const QStringList& arguments);
int exportPostMortem(const Verb& verb, const QStringList& arguments);
int verify(const Verb& verb, const QStringList& arguments);
int salvage(const Verb& verb, const QStringList& arguments);
int restore(const Verb& verb, const QStringList& arguments);
int playbook(const Verb& verb, const QStringList& arguments);
int runbook(const Verb& verb, const QStringList& arguments);
int metrics(const Verb& verb, const QStringList& arguments);
int panel(const Verb& verb, const QStringList& arguments);
int panels(const Verb& verb, const QStringList& arguments);
int desk(const Verb& verb, const QStringList& arguments);

} // namespace warroom::app
