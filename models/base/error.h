// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace warroom {

/// Everything that can be refused or can fail, as one closed list, so that ui/words words each of them
/// and the compiler finds a forgotten one.
enum class ErrorCode {
    // Refused by a rule: the person says it differently.
    UnknownSeverity,
    UnknownStatus,
    UnknownRole,
    UnknownKind,
    UnknownSection,
    UnknownAction,
    UnknownEntry,
    UnknownStep, ///< detail is its number.
    UnknownAnswer, ///< detail is the answers there are; empty where the step asks nothing.
    NoRunbook, ///< Nobody took one up.
    UnknownIncident,
    UnknownPlaybook,
    AmbiguousIncident,
    AmbiguousPerson,
    AmbiguousEntry,
    NoOpenIncident,
    SeveralOpenIncidents,
    BadTime,
    SkippedTime, ///< A local time that the change to summer time leaves out.
    FutureTime,
    BadDate,
    BadForm, ///< A verb without what it needs; detail names the form.
    EmptyText,
    TextTooLong,
    OwnerMissing, ///< An action without an owner; saying it again records it as unassigned.
    RoleNotHeld,
    NotDeclared,
    NotResolved,
    MilestoneStands, ///< Reached before; detail is when.
    ActionOver, ///< Done what was dropped, or the other way round; detail is its number.
    AlreadyDeclared,
    CannotRetract,
    CannotAmend,
    AlreadyRedacted,
    ChangedMeanwhile, ///< Decided otherwise now than on what the author saw.
    BadPlaybook, ///< detail is "file:line:column: what".
    BadTemplate,
    BadSource, ///< How a server is to be asked is set wrongly; detail is the key or the address.
    // Failed on disk or network.
    StoreUnopenable,
    StoreMissing,
    StoreDamaged,
    StoreNotOurs,
    StoreOnNetwork, ///< detail is the folder and the kind of file system.
    StoreForeign, ///< Another account's.
    StoreTaken, ///< There is a log already where a new one was to be.
    StoreNewer,
    StoreGone,
    StoreBusy,
    StoreReadOnly,
    StoreFull,
    StoreWrite,
    StoreRead,
    IdTaken,
    FileUnreadable,
    FileUnwritable,
    FileTooLarge, ///< More than is read of such a file.
    FileNotText,
    // A server failed, or the way to it; detail is where, and what it says.
    NotPrometheus, ///< Something else answers there.
    SourceUnreachable,
    SourceSlow, ///< No whole answer in time.
    SourceTooLarge, ///< It sends more than is read.
    SourceUntrusted, ///< Its certificate is not good, or ours is not for it.
    SourceElsewhere, ///< It leads to another server; detail is where both are.
    SourceForbids, ///< It wants other credentials, or none.
    SourceBusy, ///< It is overloaded, or we ask too much.
    QueryRefused, ///< It has an answer, and that is no.
};

/// A refusal or a failure. `detail` is data for the sentence (a name, a path, a time), never a sentence itself.
struct [[nodiscard]] Error {
    ErrorCode code;
    QString detail;
    QString keptIn = {}; ///< The file outside the log that holds what could not be saved; it is not to be said again.

    bool operator==(const Error&) const = default;
};

/// A failure of disk or network, which is retried or handed over; anything else is a refusal by a rule.
inline bool isFailure(ErrorCode code) { return code >= ErrorCode::StoreUnopenable; }

} // namespace warroom
