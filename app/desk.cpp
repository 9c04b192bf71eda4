// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/deskwindow.h"
#include "desk/keytable.h"

#include "appearance.h"
#include "commandline.h"
#include "journal/prepare.h"
#include "layouts.h"
#include "metricsources.h"
#include "output.h"
#include "picture.h"
#include "playbookfiles.h"
#include "rescue.h"
#include "runbookfolders.h"
#include "session/caretaker.h"
#include "session/session.h"
#include "starting.h"
#include "style/icon.h"
#include "style/theme.h"
#include "verbs.h"

#include <QApplication>
#include <QHash>
#include <QScreen>
#include <QTimer>

#include <future>

namespace warroom::app {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("warroom::app", text); }

bool hasDisplay()
{
    return !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")
        || !qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM");
}

/// The incident the window opens with: the one named, the only open one, or none: the start page. An error where there
/// is none, or a choice, and one is needed.
Result<std::optional<IncidentId>> incidentToShow(session::Board& board, const QString& id, bool needed)
{
    if (!id.isEmpty()) {
        const Result<journal::Listed> named = board.find(id);
        return named ? Result(std::optional(named->id)) : named.error();
    }
    std::vector<IncidentId> open;
    QStringList labels;
    for (const journal::Listed& listed : board.incidents()) {
        if (board.state(listed.id).closed())
            continue;
        open.push_back(listed.id);
        labels += listed.label;
    }
    if (open.size() == 1)
        return std::optional(open.front());
    if (!needed)
        return std::optional<IncidentId>();
    return open.empty() ? Error{ErrorCode::NoOpenIncident, {}}
                        : Error{ErrorCode::SeveralOpenIncidents, labels.join(QStringLiteral(", "))};
}

/// What the desk opens with in front: the act that a word stands for; none for everything else.
std::optional<::warroom::desk::Act> actToShow(const QString& word)
{
    using ::warroom::desk::Act;
    static const QHash<QString, Act> acts{{QStringLiteral("start"), Act::StartPage},
        {QStringLiteral("declare"), Act::Declare}, {QStringLiteral("update"), Act::Update}};
    const auto found = acts.constFind(word);
    return found == acts.constEnd() ? std::nullopt : std::optional(*found);
}

/// Opens sessions as the window asks for them, in the log that the board has opened: a folder that went away meanwhile
/// is no reason for another. A playbook that was damaged meanwhile is none either: then it is the one of the start.
::warroom::desk::OpenSession sessionsOf(
    Environment& environment, session::Board& board, const PlaybookFiles& shelf, const session::LoadedPlaybook& atStart)
{
    return [&environment, &board, &shelf, atStart](const std::optional<IncidentId>& incident) {
        // An incident has its own, the one it was declared with.
        const Result<session::LoadedPlaybook> first =
            incident ? Result(atStart) : shelf.load(shelf.names().constFirst());
        return session::Session::open(
            {board, *environment.clock, environment.ids, incident, first ? *first : atStart, environment.me});
    };
}

/// What declarations begin with.
struct FirstPlaybook {
    QStringList names; ///< Its own in front.
    Result<session::LoadedPlaybook> playbook;
};

/// One that somebody chose once and that cannot be read any more does not keep the desk from opening; the form that
/// declares says what is wrong with it.
FirstPlaybook playbookToBeginWith(const Environment& environment)
{
    const QString& wanted = environment.playbookName;
    Result<session::LoadedPlaybook> playbook = loadPlaybook(wanted);
    if (environment.playbookAsked || playbook)
        return {{wanted}, std::move(playbook)};
    return {{standardPlaybook(), wanted}, loadPlaybook(standardPlaybook())};
}

/// Takes the picture once the window has been laid out and painted.
void takePicture(QWidget& window, const QString& file)
{
    auto* painted = new QTimer(&window);
    painted->setSingleShot(true);
    QObject::connect(
        painted, &QTimer::timeout, &window, [&window, file] { QCoreApplication::exit(savePicture(window, file)); });
    painted->start(std::chrono::milliseconds(300));
}

/// What the command line wants of the window.
struct Wishes {
    QString incident; ///< Empty: the one that is open.
    std::optional<::warroom::desk::Act> inFront;
    QSize size; ///< Invalid: the whole screen.
    QString screenshot; ///< Empty: none.
};

void show(::warroom::desk::DeskWindow& window, const Wishes& wishes)
{
    if (wishes.size.isValid()) {
        window.resize(wishes.size);
        window.show();
    } else {
        // Where no window manager maximizes it, it is whole.
        window.resize(QSize(1600, 1000).boundedTo(window.screen()->availableSize()));
        window.showMaximized();
    }
    if (wishes.inFront)
        window.perform(*wishes.inFront);
    if (!wishes.screenshot.isEmpty())
        takePicture(window, wishes.screenshot);
}

/// How a desk came to its end.
struct Ended {
    int exit = exitOk;
    std::optional<Error> trouble = {}; ///< With the log; there may be a way out.
    bool readable = false; ///< In spite of the trouble.
};

using Preparing = std::future<Result<journal::Folder>>;

/// On a thread of its own: a long log takes a while to be checked.
Preparing preparing(const Wishes& wishes, Environment& environment)
{
    const auto none = wishes.incident.isEmpty() ? journal::NoStore::Make : journal::NoStore::Refuse;
    return std::async(std::launch::async, [&environment, none] {
        return journal::prepare(environment.folder, *environment.clock, environment.ids, none);
    });
}

/// A desk over the log, until its window is closed.
Ended runDesk(const Wishes& wishes, const FirstPlaybook& first, const Result<journal::Folder>& folder,
    Environment& environment, Appearance& appearance)
{
    if (!folder)
        return {exitFailed, folder.error()};
    PlaybookFiles shelf(first.names);
    const Result<std::unique_ptr<session::Board>> board =
        session::Board::open(*folder, *environment.clock, environment.ids);
    if (!board)
        return {exitFailed, board.error()};
    const Result<std::optional<IncidentId>> incident =
        incidentToShow(**board, wishes.incident, wishes.inFront == ::warroom::desk::Act::Update);
    if (!incident)
        return {complain(incident.error())};
    const RunbookFolders runbooks(runbookFolders());
    Layouts layouts;
    const std::vector<playbook::MetricSource> sources = metricSources();
    recorder::Recorder recorder(recorder::SampleStore::fileIn(folder->path), !folder->readOnly);
    ::warroom::desk::DeskWindow window(sessionsOf(environment, **board, shelf, *first.playbook),
        {shelf, runbooks, **board, *environment.clock, layouts, sources, recorder}, appearance.theme());
    if (const Result<void> shown = window.showIncident(*incident); !shown)
        return {exitFailed, shown.error()};
    QObject::connect(&appearance, &Appearance::changed, &window, &::warroom::desk::DeskWindow::setTheme);
    QObject::connect(&window, &::warroom::desk::DeskWindow::lookChosen, &appearance, &Appearance::choose);
    session::Caretaker caretaker(*folder, environment.copies(), *environment.clock);
    const auto showLog = [&] {
        window.showLog(caretaker.damage().value_or(session::Damage{}), caretaker.copyProblem());
    };
    QObject::connect(&caretaker, &session::Caretaker::checked, &window, showLog);
    QObject::connect(&caretaker, &session::Caretaker::copyProblemChanged, &window, showLog);
    Ended ended;
    QObject::connect(&window, &::warroom::desk::DeskWindow::wayOutAsked, &window, [&] {
        ended.trouble = folder->readOnly.value_or(Error{ErrorCode::StoreDamaged, folder->database()});
        ended.readable = true;
        window.close();
    });
    show(window, wishes);
    ended.exit = QApplication::exec();
    return ended;
}

} // namespace

int desk(const Verb& verb, const QStringList& arguments)
{
    CommandLine line(QLatin1String(verb.name), QLatin1String(verb.arguments), tr(verb.summary));
    line.option("screenshot", "FILE", tr("Writes a picture of the window and ends; needs no display."))
        .option("show", "start|declare|update", tr("What it opens with; without, the desk."))
        .option("size", "WxH", tr("The window's size, such as 1600x1000."))
        .option("theme", "auto|dark|light", tr("How it looks; auto, as the desktop has it, if nothing was chosen."));
    if (const std::optional<int> exit = line.parse(arguments, 0, 1))
        return *exit;
    const QString look = line.value("theme");
    if (!look.isEmpty() && !Appearance::lookOf(look))
        return complainUsage(tr("--theme wants auto, dark or light."));
    Wishes wishes{line.positional().value(0), actToShow(line.value("show")), {}, line.value("screenshot")};
    if (line.isSet("show") && !wishes.inFront)
        return complainUsage(tr("--show wants start, declare or update."));
    if (line.isSet("size") || line.isSet("screenshot"))
        wishes.size = line.isSet("size") ? sizeFrom(line.value("size"), {320, 240}) : QSize(1600, 1000);
    if (line.isSet("size") && !wishes.size.isValid())
        return complainUsage(tr("--size wants something like 1600x1000."));
    if (line.isSet("screenshot") && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    else if (!hasDisplay())
        return complain(tr("There is no display here; the other verbs work without one."), exitFailed);

    int count = 1;
    char name[] = "warroom";
    char* values[] = {name, nullptr};
    qInstallMessageHandler(whileStarting);
    QApplication application(count, values);
    qInstallMessageHandler(nullptr);
    QApplication::setDesktopFileName(QStringLiteral(WARROOM_APP_ID));
    QApplication::setWindowIcon(style::programIcon());
    Environment environment(line.globals(), StartedClock::Pace::Running);
    const FirstPlaybook first = playbookToBeginWith(environment);
    if (!first.playbook)
        return complain(first.playbook.error());
    Preparing folder = preparing(wishes, environment);
    Appearance appearance(Appearance::lookOf(look)); // which finds the fonts meanwhile
    appearance.theme().apply(application);
    for (;;) {
        const Ended ended = runDesk(wishes, first, folder.get(), environment, appearance);
        if (!ended.trouble)
            return ended.exit;
        // A mistyped folder is no trouble with a log, and a picture is taken by a script.
        const bool mistyped = ended.trouble->code == ErrorCode::StoreMissing && !wishes.incident.isEmpty();
        if (mistyped || !wishes.screenshot.isEmpty())
            return complain(*ended.trouble);
        const std::optional<QString> next = wayOutOf(*ended.trouble, environment, ended.readable, appearance.theme());
        if (!next)
            return ended.exit;
        environment.folder.path = *next;
        folder = preparing(wishes, environment);
    }
}

} // namespace warroom::app
