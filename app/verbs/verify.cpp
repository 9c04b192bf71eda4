// SPDX-License-Identifier: GPL-3.0-or-later
#include "journal/verify.h"
#include "journal/check.h"

#include "commandline.h"
#include "output.h"
#include "target.h"
#include "verbs.h"

#include <QCoreApplication>

namespace warroom::app {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("warroom::app", text); }

QString sentence(const journal::Flaw& flaw)
{
    switch (flaw.kind) {
    case journal::Flaw::Kind::Changed:
        return tr("Entry %1 was changed, or an entry before it.").arg(flaw.entry.text());
    case journal::Flaw::Kind::ProseChanged:
        return tr("The words of entry %1 were changed.").arg(flaw.entry.text());
    case journal::Flaw::Kind::ProseMissing:
        return tr("The words of entry %1 are gone, and nobody redacted them.").arg(flaw.entry.text());
    case journal::Flaw::Kind::ContentChanged:
        return tr("The playbook or file that entry %1 keeps was changed.").arg(flaw.entry.text());
    case journal::Flaw::Kind::ContentMissing:
        return tr("The playbook or file that entry %1 keeps is gone, and nobody redacted it.").arg(flaw.entry.text());
    case journal::Flaw::Kind::Gap:
        return tr("Before entry %1 an entry is missing.").arg(flaw.entry.text());
    }
    Q_UNREACHABLE();
}

struct Findings {
    QStringList file; ///< What SQLite has against the file.
    journal::Verification log;
};

Result<Findings> check(Environment& environment, const QString& id)
{
    const Result<std::unique_ptr<journal::Store>> store = openStore(environment, journal::NoStore::Refuse);
    if (!store)
        return store.error();
    std::optional<IncidentId> incident;
    if (!id.isEmpty()) {
        const Result<journal::Listed> listed = (*store)->find(id);
        if (!listed)
            return listed.error();
        incident = listed->id;
    }
    Result<QStringList> file = journal::integrityCheck((*store)->database());
    if (!file)
        return file.error();
    Result<journal::Verification> log = journal::verify((*store)->database(), incident);
    if (!log)
        return log.error();
    return Findings{std::move(*file), std::move(*log)};
}

} // namespace

int verify(const Verb& verb, const QStringList& arguments)
{
    CommandLine line(QLatin1String(verb.name), QLatin1String(verb.arguments), tr(verb.summary));
    if (const std::optional<int> exit = line.parse(arguments, 0, 1))
        return *exit;
    Environment environment(line.globals(), StartedClock::Pace::Still);
    const Result<Findings> findings = check(environment, line.positional().value(0));
    if (!findings)
        return complain(findings.error());
    for (const QString& complaint : findings->file)
        print(tr("The file is damaged: %1").arg(complaint));
    for (const journal::Flaw& flaw : findings->log.flaws)
        print(sentence(flaw));
    if (!findings->file.isEmpty() || !findings->log.flaws.empty())
        return exitFailed;
    print(tr("%1 entries, all as they were written.").arg(findings->log.entries));
    return exitOk;
}

} // namespace warroom::app
