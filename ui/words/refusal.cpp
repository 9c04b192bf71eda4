// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/refusal.h"

#include "words/translate.h"
#include "words/visible.h"

namespace warroom::words {

namespace {

QString sentenceFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::UnknownSeverity:
        return Words::tr("There is no severity “%1” in this playbook.");
    case ErrorCode::UnknownStatus:
        return Words::tr("There is no status “%1” in this playbook.");
    case ErrorCode::UnknownRole:
        return Words::tr("There is no role “%1” in this playbook.");
    case ErrorCode::UnknownKind:
        return Words::tr("“%1” is no command. A line that begins with \\ is a note.");
    case ErrorCode::UnknownSection:
        return Words::tr("The post-mortem has no section “%1”.");
    case ErrorCode::UnknownAction:
        return Words::tr("There is no action %1 in this incident.");
    case ErrorCode::UnknownEntry:
        return Words::tr("There is no entry “%1” in this incident.");
    case ErrorCode::NoRunbook:
        return Words::tr("No runbook is being followed.");
    case ErrorCode::UnknownStep:
        return Words::tr("This runbook has no step %1.");
    case ErrorCode::UnknownAnswer:
        return Words::tr("Which answer? %1");
    case ErrorCode::UnknownIncident:
        return Words::tr("There is no incident “%1” here.");
    case ErrorCode::UnknownPlaybook:
        return Words::tr("There is no playbook “%1” here.");
    case ErrorCode::AmbiguousIncident:
        return Words::tr("“%1” may mean several incidents. Type more of it.");
    case ErrorCode::AmbiguousPerson:
        return Words::tr("“%1” may mean several people. Type more of the name.");
    case ErrorCode::AmbiguousEntry:
        return Words::tr("“%1” may mean several entries. Type more of it.");
    case ErrorCode::NoOpenIncident:
        return Words::tr("No incident is open. Declare one first.");
    case ErrorCode::SeveralOpenIncidents:
        return Words::tr("Several incidents are open. Say which one: %1");
    case ErrorCode::BadTime:
        return Words::tr("“%1” is no time. Times look like -5m, 14:31 or 2026-01-31T14:31Z.");
    case ErrorCode::SkippedTime:
        return Words::tr("The clocks went forward over %1: that time does not exist.");
    case ErrorCode::FutureTime:
        return Words::tr("%1 is more than two minutes ahead. Only what has happened can be logged.");
    case ErrorCode::BadDate:
        return Words::tr("“%1” is no date. Dates look like 2026-02-01.");
    case ErrorCode::BadForm:
        return Words::tr("Something is missing. It is said like this: %1");
    case ErrorCode::EmptyText:
        return Words::tr("The text is missing. Say what it is about.");
    case ErrorCode::TextTooLong:
        return Words::tr("The text is too long. One entry holds 100,000 characters.");
    case ErrorCode::OwnerMissing:
        return Words::tr("Who does it? Add @name.");
    case ErrorCode::RoleNotHeld:
        return Words::tr("Nobody holds the role “%1”.");
    case ErrorCode::NotDeclared:
        return Words::tr("There is no incident yet. Declare it first: /incident declare P0 what is failing");
    case ErrorCode::NotResolved:
        return Words::tr("The incident is not resolved yet. Resolve it first: /resolve what fixed it");
    case ErrorCode::MilestoneStands:
        return Words::tr("This was reached at %1. Write a time in front to move it, or log what you know as a note.");
    case ErrorCode::ActionOver:
        return Words::tr("Action %1 is over already: /start %1 starts it again.");
    case ErrorCode::AlreadyDeclared:
        return Words::tr("This incident is declared already.");
    case ErrorCode::CannotRetract:
        return Words::tr("This cannot be taken back. A false alarm is closed with: /resolve false alarm why");
    case ErrorCode::CannotAmend:
        return Words::tr("This cannot be amended. Say it again instead.");
    case ErrorCode::AlreadyRedacted:
        return Words::tr("This was redacted; its words are gone.");
    case ErrorCode::ChangedMeanwhile:
        return Words::tr("Somebody else was faster and it reads differently now. Look, then press Enter again.");
    case ErrorCode::BadPlaybook:
        return Words::tr("The playbook cannot be used: %1");
    case ErrorCode::BadTemplate:
        return Words::tr("The template asks for “%1”, which there is not.");
    case ErrorCode::BadSource:
        return Words::tr("The server of metrics is not set up right: %1");
    case ErrorCode::StoreUnopenable:
        return Words::tr("The log cannot be opened: %1");
    case ErrorCode::StoreMissing:
        return Words::tr("There is no log at %1. Look for it before you start another.");
    case ErrorCode::StoreDamaged:
        return Words::tr("The log is damaged: %1. What can be read of it can be got back: warroom salvage.");
    case ErrorCode::StoreNotOurs:
        return Words::tr("This file is not a log of Warroom: %1");
    case ErrorCode::StoreOnNetwork:
        return Words::tr("The log would lie on a network file system: %1. Choose a folder on a disk of this machine.");
    case ErrorCode::StoreForeign:
        return Words::tr("The log belongs to another account: %1. It can be read here but not written.");
    case ErrorCode::StoreTaken:
        return Words::tr("There is a log in %1 already. Choose an empty folder.");
    case ErrorCode::StoreNewer:
        return Words::tr(
            "A newer Warroom wrote this log (format %1). It can be read here but not written; update Warroom.");
    case ErrorCode::StoreGone:
        return Words::tr("The log was moved or deleted while it was open: %1. Put it back.");
    case ErrorCode::StoreBusy:
        return Words::tr("Another program holds the log. Close it.");
    case ErrorCode::StoreReadOnly:
        return Words::tr("The log may not be written: %1. Allow writing to it.");
    case ErrorCode::StoreFull:
        return Words::tr("The disk is full. Free some space.");
    case ErrorCode::StoreWrite:
        return Words::tr("Writing failed: %1. Check the disk.");
    case ErrorCode::StoreRead:
        return Words::tr("Reading failed: %1. Check the disk, then try again.");
    case ErrorCode::IdTaken:
        return Words::tr("Another entry has this id already. Say it again.");
    case ErrorCode::FileUnreadable:
        return Words::tr("This file cannot be read: %1");
    case ErrorCode::FileUnwritable:
        return Words::tr("This file cannot be written: %1");
    case ErrorCode::FileTooLarge:
        return Words::tr("This file is too large, more than 8 MB: %1");
    case ErrorCode::FileNotText:
        return Words::tr("This file is no text: %1");
    case ErrorCode::NotPrometheus:
        return Words::tr("What answers there is not a Prometheus API: %1");
    case ErrorCode::SourceUnreachable:
        return Words::tr("The server cannot be reached: %1");
    case ErrorCode::SourceSlow:
        return Words::tr("The server did not answer in time: %1");
    case ErrorCode::SourceTooLarge:
        return Words::tr("The answer is longer than 64 MB: %1. Ask for less.");
    case ErrorCode::SourceUntrusted:
        return Words::tr("The connection to the server is not safe: %1");
    case ErrorCode::SourceElsewhere:
        return Words::tr("The server sends us elsewhere, which is not followed: %1");
    case ErrorCode::SourceForbids:
        return Words::tr("The server does not let us in: %1");
    case ErrorCode::SourceBusy:
        return Words::tr("The server has no time for us: %1");
    case ErrorCode::QueryRefused:
        return Words::tr("The server refuses the query: %1");
    }
    Q_UNREACHABLE();
}

bool isUnwritten(ErrorCode code) { return code >= ErrorCode::StoreGone && code <= ErrorCode::StoreWrite; }

} // namespace

QString refusal(const Error& error)
{
    // Where there are others, one more is not what is missing.
    const QString sentence = error.code == ErrorCode::NotDeclared && !error.detail.isEmpty()
        ? Words::tr("No incident is in view. Open: %1")
        : sentenceFor(error.code);
    const QString said = sentence.contains(QLatin1String("%1")) ? sentence.arg(visible(error.detail)) : sentence;
    // What is kept goes in by itself.
    return isUnwritten(error.code) && error.keptIn.isEmpty() ? Words::tr("%1 Then try again.").arg(said) : said;
}

} // namespace warroom::words
