// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/systemports.h"
#include "session/session.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <cstdio>
#include <sys/stat.h>
#include <unistd.h>

using namespace warroom;

namespace {

void say(session::Session& session, const QString& line, Instant at, const std::optional<EntryId>& act)
{
    session.submit(line, at, incident::Note{incident::NoteKind::Note, line, false}, at, {}, act);
}

/// Submits every line as it comes.
class Lines
{
public:
    explicit Lines(session::Session& session, const Clock& clock) : m_session(session), m_clock(clock) { }

    /// False at the end of standard input.
    bool read()
    {
        char bytes[4096];
        const ssize_t size = ::read(STDIN_FILENO, bytes, sizeof bytes);
        if (size <= 0)
            return false;
        m_rest.append(bytes, size);
        for (qsizetype end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n')) {
            say(m_session, QString::fromUtf8(m_rest.left(end)), m_clock.now(), {});
            m_rest.remove(0, end + 1);
        }
        return true;
    }

private:
    session::Session& m_session;
    const Clock& m_clock;
    QByteArray m_rest;
};

} // namespace

/// What a desk is behind its window: TYPIST FOLDER INCIDENT. It says again what an earlier one left, then what comes on
/// standard input, and prints the act of each line when the desk would call it saved.
int main(int argc, char** argv)
{
    ::umask(0077);
    QCoreApplication application(argc, argv);
    SystemClock clock;
    RandomIds ids;
    const journal::Folder folder{application.arguments().value(1)};
    auto board = session::Board::open(folder, clock, ids);
    if (!board)
        qFatal("%s", qPrintable(board.error().detail));
    const IncidentId incident = (*board)->find(application.arguments().value(2)).value().id;
    auto opened = session::Session::open({**board, clock, ids, incident, {}, QStringLiteral("Ana")});
    if (!opened)
        qFatal("%s", qPrintable(opened.error().detail));
    session::Session& session = **opened;
    QObject::connect(&session, &session::Session::saved, &session, [](EntryId act) {
        std::printf("%s\n", qPrintable(act.text()));
        std::fflush(stdout);
    });
    QObject::connect(&session, &session::Session::refused, &session,
        [](const QString& line, const Error& why) { qWarning("%d: %s", int(why.code), qPrintable(line)); });
    for (const session::Leftover& left : session.takeLeftovers())
        say(session, left.line, left.firstKey, left.act);
    Lines lines(session, clock);
    QSocketNotifier notifier(STDIN_FILENO, QSocketNotifier::Read);
    QObject::connect(&notifier, &QSocketNotifier::activated, &session, [&] {
        if (!lines.read())
            application.quit();
    });
    return application.exec();
}
