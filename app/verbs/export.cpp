// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"
#include "evidence/evidence.h"
#include "journal/check.h"
#include "journal/verify.h"
#include "output.h"
#include "recorder/samplestore.h"
#include "report/postmortem.h"
#include "target.h"
#include "verbs.h"
#include "words/refusal.h"
#include "words/sentence.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace warroom::app {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("warroom::app", text); }

/// What is exported is what can be read; that it is not all of it, or not what was written, is said.
void warnOfDamage(const Opened& opened)
{
    const Result<QStringList> file = journal::integrityCheck(opened.store->database());
    const Result<journal::Verification> log = journal::verify(opened.store->database(), opened.target.listed().id);
    if (!file || !log || !file->isEmpty() || !log->flaws.empty())
        warn(tr("The log is damaged; the export may miss something. warroom verify says what."));
}

/// What was measured; that it cannot be read is said.
std::vector<recorder::Recorded> recordedOf(const journal::Folder& folder, IncidentId incident)
{
    const QString path = recorder::SampleStore::fileIn(folder.path);
    if (!QFileInfo::exists(path))
        return {};
    const auto store = recorder::SampleStore::open(path, recorder::SampleStore::Access::Read);
    Result<std::vector<recorder::Recorded>> read =
        store ? (*store)->recorded(incident) : Result<std::vector<recorder::Recorded>>(store.error());
    if (read)
        return std::move(*read);
    warn(tr("What was measured is missing from the export: %1").arg(words::refusal(read.error())));
    return {};
}

} // namespace

int exportPostMortem(const Verb& verb, const QStringList& arguments)
{
    CommandLine line(QLatin1String(verb.name), QLatin1String(verb.arguments), tr(verb.summary));
    line.flag("all", tr("Every entry of the timeline, with who said it."))
        .option("output", "FILE", tr("Where to write it; - or nothing: standard output."));
    if (const std::optional<int> exit = line.parse(arguments, 0, 1))
        return *exit;
    Environment environment(line.globals(), StartedClock::Pace::Still);
    const Result<Opened> opened = openTarget(environment, line.positional().value(0));
    if (!opened)
        return complain(opened.error());
    warnOfDamage(*opened);
    const incident::IncidentState& state = opened->target.state();
    const playbook::Playbook& playbook = opened->target.playbook();
    const auto choice = line.isSet("all") ? playbook::TimelineChoice::All : playbook.postMortem.timeline;
    const Result<QString> markdown = report::postMortem(state, playbook, choice,
        [&](const incident::Entry& entry) { return words::sentence(entry, state, playbook).text; });
    if (!markdown)
        return complain(markdown.error());
    const QString path = line.value("output");
    if (path.isEmpty() || path == QLatin1String("-")) {
        printBytes(markdown->toUtf8());
        return exitOk;
    }
    const Result<void> written =
        evidence::saveWith(*markdown, path, state, playbook, recordedOf(environment.folder, state.id));
    return written ? exitOk : complain(written.error());
}

} // namespace warroom::app
