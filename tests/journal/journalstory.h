// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/systemports.h"
#include "journal/store.h"

#include <QTemporaryDir>

namespace warroom::support {

/// A clock that a test sets.
class SetClock : public Clock
{
public:
    Instant now() const override { return m_now; }
    Milliseconds monotonic() const override { return m_now.time_since_epoch(); }
    void set(const char* iso);
    void advance(Milliseconds by) { m_now += by; }

private:
    Instant m_now{};
};

/// A data folder of its own, and a person who declares and notes.
class JournalStory
{
public:
    JournalStory();

    journal::Folder folder() const { return {m_directory.filePath(QStringLiteral("data"))}; }
    Result<std::unique_ptr<journal::Store>> tryOpen() { return journal::Store::open(folder(), clock, ids); }
    /// Fails the test where it cannot.
    std::unique_ptr<journal::Store> open();

    incident::Submission submission(IncidentId incident, const incident::Command& command);
    static incident::Declare declaration(const QString& title = QStringLiteral("It broke"));
    /// Declares a new incident; fails the test where it cannot.
    IncidentId declare(journal::Store& store, const QString& title = QStringLiteral("It broke"));
    /// Notes a text and gives the entry's id.
    EntryId note(journal::Store& store, IncidentId incident, const QString& text);

    /// Runs SQL on the file as a stranger would, with another program. Its output.
    QByteArray sqlite(const QString& sql) const;
    /// The files of the folder that hold the word, in any case.
    QStringList filesWith(const QByteArray& word) const;

    SetClock clock;
    RandomIds ids;

private:
    QTemporaryDir m_directory;
};

} // namespace warroom::support
