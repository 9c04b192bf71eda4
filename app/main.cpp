// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"
#include "output.h"
#include "verbs.h"

#include <QCoreApplication>

#include <algorithm>
#include <csignal>
#include <sys/stat.h>

using namespace warroom;
using namespace warroom::app;

namespace {

QString usage()
{
    QString text =
        QCoreApplication::translate("warroom::app", "Runs an incident: timeline, roles, updates, post-mortem.")
        + QStringLiteral("\n\n");
    for (const Verb& verb : verbs()) {
        const QString call =
            QStringLiteral("warroom %1 %2").arg(QLatin1String(verb.name), QLatin1String(verb.arguments));
        text +=
            QStringLiteral("  %1 %2\n").arg(call, -46).arg(QCoreApplication::translate("warroom::app", verb.summary));
    }
    text += QLatin1Char('\n')
        + QCoreApplication::translate("warroom::app",
            "With one open incident the ID may be left out. warroom VERB --help tells the options of a verb;\n"
            "--data-dir, --as and --playbook go with all of them.\n"
            "Exit status: 0 done, 1 refused by the log or the playbook, 2 wrong command line, 3 disk or machine;\n"
            "\"Kept in FILE\": the next Warroom that can write takes it in, so do not repeat it.\n");
    return text;
}

bool asksForHelp(const QString& word) { return word == QLatin1String("-h") || word == QLatin1String("--help"); }

/// The verb may stand behind global options; but for these two they all take a value.
qsizetype verbIndex(const QStringList& arguments)
{
    qsizetype i = 0;
    while (i < arguments.size() && (arguments[i].startsWith(QLatin1String("--")) || asksForHelp(arguments[i]))) {
        const bool alone = asksForHelp(arguments[i]) || arguments[i] == QLatin1String("--version");
        i += alone || arguments[i].contains(QLatin1Char('=')) ? 1 : 2;
    }
    return i;
}

int start(const Verb& verb, const QStringList& arguments)
{
    if (verb.windowed)
        return verb.run(verb, arguments);
    int count = 1;
    char name[] = "warroom";
    char* values[] = {name, nullptr};
    const QCoreApplication application(count, values);
    return verb.run(verb, arguments);
}

int run(QStringList arguments)
{
    const qsizetype index = verbIndex(arguments);
    if (index < arguments.size()) {
        const QString name = arguments.takeAt(index);
        const Verb* verb = verbNamed(name);
        if (!verb)
            return complainUsage(
                QCoreApplication::translate("warroom::app", "There is no verb “%1”; see warroom --help.").arg(name));
        return start(*verb, arguments);
    }
    if (std::any_of(arguments.begin(), arguments.end(), asksForHelp)) {
        printBytes(usage().toUtf8());
        return exitOk;
    }
    if (arguments.contains(QLatin1String("--version"))) {
        print(QStringLiteral("warroom " WARROOM_VERSION));
        return exitOk;
    }
    return start(*verbNamed(QStringLiteral("desk")), arguments);
}

} // namespace

int main(int argc, char** argv)
{
    // What people log is for them alone.
    ::umask(0077);
    // A file-size limit is then an error of the write, which we can say, and not the end of the program.
    std::signal(SIGXFSZ, SIG_IGN);
    std::signal(SIGPIPE, SIG_IGN);
    QCoreApplication::setApplicationName(QStringLiteral("warroom"));
    QCoreApplication::setOrganizationName(QStringLiteral("warroom"));
    QCoreApplication::setApplicationVersion(QStringLiteral(WARROOM_VERSION));

    QStringList arguments;
    for (int i = 1; i < argc; ++i) {
        if (!QUtf8StringView(argv[i]).isValidUtf8()) {
            return complainUsage(
                QCoreApplication::translate("warroom::app", "“%1” is not in UTF-8.").arg(QString::fromUtf8(argv[i])));
        }
        arguments += QString::fromUtf8(argv[i]);
    }
    for (const char* name : {"WARROOM_DATA_DIR", "WARROOM_AS", "WARROOM_PLAYBOOK"}) {
        if (!QUtf8StringView(qgetenv(name)).isValidUtf8()) {
            return complainUsage(
                QCoreApplication::translate("warroom::app", "$%1 is not in UTF-8.").arg(QLatin1String(name)));
        }
    }
    const int exit = run(arguments);
    return exit == exitOk && !printed() ? complain({ErrorCode::FileUnwritable, QStringLiteral("-")}) : exit;
}
