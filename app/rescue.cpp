// SPDX-License-Identifier: GPL-3.0-or-later
#include "rescue.h"

#include "base/worker.h"
#include "desk/rescuewindow.h"
#include "journal/prepare.h"
#include "journal/salvage.h"
#include "words/refusal.h"

#include <QApplication>

namespace warroom::app {

namespace {

using ::warroom::desk::RescueWindow;
using ::warroom::desk::WayOut;

QString tr(const char* text) { return QCoreApplication::translate("warroom::app", text); }

::warroom::desk::LogTrouble troubleWith(const Error& why, const Environment& environment, bool readable)
{
    ::warroom::desk::LogTrouble trouble{why, environment.folder.path, readable, {}, QTimeZone::systemTimeZone()};
    for (const journal::Copy& copy : environment.copies().list())
        trouble.copies.push_back(copy.taken);
    return trouble;
}

/// What came of it, in words; takes as long as reading the log does.
Result<QString> perform(WayOut way, Environment& environment)
{
    if (way == WayOut::Repair) {
        const Result<journal::Repaired> repaired =
            journal::repair(environment.folder, *environment.clock, environment.ids);
        if (!repaired)
            return repaired.error();
        const journal::Salvaged& salvaged = repaired->salvaged;
        QString done = tr("%1 entries got back, %2 missing.").arg(salvaged.entries).arg(salvaged.missing);
        if (salvaged.changed > 0)
            done += QLatin1Char(' ') + tr("%1 of them are not as they were written.").arg(salvaged.changed);
        return done + QLatin1Char(' ') + tr("The damaged log lies in %1.").arg(repaired->aside);
    }
    if (way == WayOut::StartAnew) {
        const Result<journal::Folder> made =
            journal::prepare(environment.folder, *environment.clock, environment.ids, journal::NoStore::MakeAnew);
        return made ? Result<QString>(tr("An empty log was started.")) : Result<QString>(made.error());
    }
    const std::vector<journal::Copy> copies = environment.copies().list();
    if (copies.empty())
        return Error{ErrorCode::FileUnreadable, environment.copies().folder()};
    const Result<QString> aside = journal::restore(copies.front(), environment.folder, environment.clock->now());
    if (!aside)
        return aside.error();
    return tr("The log is as it was when the copy was taken. What it was before lies in %1.").arg(*aside);
}

} // namespace

std::optional<QString> wayOutOf(const Error& why, Environment& environment, bool readable, const style::Theme& theme)
{
    RescueWindow window(troubleWith(why, environment, readable), theme);
    std::optional<QString> folder;
    Worker worker;
    const auto leave = [&window, &folder](const QString& path) {
        folder = path;
        window.close();
    };
    const auto tell = [&window](const Result<QString>& done) {
        done ? window.showResult(*done) : window.showProblem(words::refusal(done.error()));
    };
    QObject::connect(&window, &RescueWindow::chosen, &window, [&](WayOut way, const QString& other) {
        if (way == WayOut::TryAgain || way == WayOut::ReadOnly)
            return leave(environment.folder.path);
        if (way == WayOut::OtherFolder)
            return leave(other);
        window.showWorking();
        worker.post([&, way] {
            QMetaObject::invokeMethod(
                &window, [tell, done = perform(way, environment)] { tell(done); }, Qt::QueuedConnection);
        });
    });
    QObject::connect(&window, &RescueWindow::goOn, &window, [&] { leave(environment.folder.path); });
    window.resize(1000, 640);
    window.show();
    QApplication::exec();
    return folder;
}

} // namespace warroom::app
