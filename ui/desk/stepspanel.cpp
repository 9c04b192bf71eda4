// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/stepspanel.h"

#include "runbook/frozen.h"
#include "runbook/precondition.h"
#include "steps/stepsdelegate.h"
#include "steps/stepview.h"
#include "style/chip.h"
#include "style/flowlayout.h"
#include "style/fonts.h"
#include "style/plainlabel.h"
#include "views/stepsmodel.h"
#include "words/duration.h"
#include "words/visible.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QIdentityProxyModel>
#include <QProgressBar>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace warroom::desk {

using incident::StepMark;
using views::StepsModel;

namespace {

constexpr int titleLength = 26;
constexpr int progressHeight = 3;

/// The steps, which say to who cannot see them what is painted for the others.
class SpokenSteps : public QIdentityProxyModel
{
public:
    SpokenSteps(QAbstractItemModel* steps, QObject* parent) : QIdentityProxyModel(parent) { setSourceModel(steps); }

    QVariant data(const QModelIndex& index, int role) const override
    {
        if (role != Qt::AccessibleTextRole)
            return QIdentityProxyModel::data(index, role);
        QStringList parts{
            index.data(StepsModel::HeadingRole).toString(), steps::stepTitle(index), steps::stepState(index)};
        if (StepMark(index.data(StepsModel::MarkRole).toInt()) == StepMark::Done)
            parts << StepsPanel::tr("done");
        parts.removeAll(QString());
        return words::visible(parts.join(QStringLiteral(", ")));
    }
};

std::vector<views::StepPlace> placesOf(const runbook::Runbook& runbook)
{
    std::vector<views::StepPlace> places;
    for (const runbook::Step& step : runbook.steps)
        places.push_back({step.level, step.branch.isEmpty() ? step.section : step.branch});
    return places;
}

} // namespace

StepsPanel::StepsPanel(session::Session& session, const style::Theme& theme, QWidget* parent)
    : StepsPanel(session, theme, new StepsModel, parent)
{
}

StepsPanel::StepsPanel(session::Session& session, const style::Theme& theme, StepsModel* model, QWidget* parent)
    : Panel(theme, tr("Runbook"), shownKeys(Act::Runbook), new SpokenSteps(model, model), parent),
      m_session(session),
      m_theme(theme),
      m_model(model),
      m_delegate(new steps::StepsDelegate(theme, this)),
      m_chips(new QWidget(this)),
      m_progress(new QProgressBar(this)),
      m_origin(new style::PlainLabel(style::bodyFont(12), theme.muted, this, style::PlainLabel::Fit::Elided))
{
    model->setParent(this);
    build();
    bindKeys();
}

void StepsPanel::build()
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    list().setItemDelegate(m_delegate);
    list().setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_chips->setLayout(new style::FlowLayout);
    m_chips->layout()->setContentsMargins(m_theme.padding, 0, m_theme.padding, 6);
    m_chips->layout()->setSpacing(6);
    m_progress->setTextVisible(false);
    m_progress->setFixedHeight(progressHeight);
    m_progress->setAccessibleName(tr("Steps that are done"));
    QPalette colours = m_progress->palette();
    colours.setColor(QPalette::Highlight, m_theme.good);
    m_progress->setPalette(colours);
    auto* column = qobject_cast<QVBoxLayout*>(layout());
    column->insertWidget(1, m_chips);
    column->insertWidget(2, m_progress);
    column->insertWidget(3, m_origin);
    m_origin->setContentsMargins(m_theme.padding, 4, m_theme.padding, 4);
    connect(list().selectionModel(), &QItemSelectionModel::currentChanged, this, &StepsPanel::open);
    connect(&list(), &PanelList::chosen, this, [this](const QModelIndex& index) {
        if (index.row() == m_model->rowOf(m_openStep))
            tick();
    });
}

void StepsPanel::bindKeys()
{
    const auto on = [this](Act act, auto run) {
        list().onKey(act, [run](const QModelIndex& index) { run(index.data(StepsModel::StepRole).toInt()); });
    };
    on(Act::StartAction, [this](int step) { mark(step, StepMark::Started); });
    on(Act::DoneAction, [this](int) { tick(); });
    on(Act::ReopenStep, [this](int step) { mark(step, StepMark::Open); });
    on(Act::DropAction, [this](int) { sayOf(QStringLiteral("/skip")); });
    on(Act::NoteStep, [this](int) { sayOf(QStringLiteral("/seen")); });
    on(Act::StepOutput, [this](int) { sayOf(QStringLiteral("/output")); });
    on(Act::FollowUp, [this](int) { followUpWrong(); });
    on(Act::CopyCommand, [this](int) { copy(0); });
}

void StepsPanel::show(const incident::IncidentState& state)
{
    setVisible(!state.runbooks.empty());
    if (!state.runbook(m_runbook))
        m_runbook = state.runbooks.empty() ? EntryId{} : state.runbooks.back().entry;
    showTabs(tabsOf(state));
    showRunbook();
}

void StepsPanel::showTakenUp(EntryId act)
{
    const incident::IncidentState& state = m_session.state();
    const auto taken = std::ranges::find_if(
        state.runbooks, [&](const auto& runbook) { return state.acts.value(runbook.entry) == act; });
    if (taken != state.runbooks.end())
        choose(taken->entry);
}

void StepsPanel::choose(EntryId runbook)
{
    m_runbook = runbook;
    list().setCurrentIndex({}); // else the row of the one before is the current step of this one
    m_openStep = -1;
    show(m_session.state());
    Q_EMIT runbookChanged();
}

std::vector<StepsPanel::Tab> StepsPanel::tabsOf(const incident::IncidentState& state) const
{
    std::vector<Tab> tabs;
    for (const incident::Runbook& runbook : state.runbooks) {
        const QString title =
            runbook.redacted ? tr("[redacted]") : words::shortened(words::visible(runbook.title), titleLength);
        const QString text = tr("%1 %2/%3", "runbook, steps done, steps")
                                 .arg(title, QString::number(runbook.done()), QString::number(runbook.way().size()));
        tabs.push_back({runbook.entry, text, runbook.entry == m_runbook});
    }
    return tabs;
}

void StepsPanel::showTabs(std::vector<Tab> tabs)
{
    if (tabs == m_tabs)
        return;
    m_tabs = std::move(tabs);
    while (QLayoutItem* item = m_chips->layout()->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    for (const Tab& tab : m_tabs) {
        auto* chip = new style::Chip(tab.text, m_theme, m_chips);
        chip->setCheckable(true);
        chip->setChecked(tab.inView);
        connect(chip, &QAbstractButton::clicked, this, [this, entry = tab.runbook] { choose(entry); });
        m_chips->layout()->addWidget(chip);
    }
    auto* more = new style::Chip(QStringLiteral("+"), m_theme, m_chips);
    more->setAccessibleName(keyRow(Act::Runbook).name);
    connect(more, &QAbstractButton::clicked, this, &StepsPanel::attachAsked);
    m_chips->layout()->addWidget(more);
}

void StepsPanel::showRunbook()
{
    const incident::Runbook* runbook = followed();
    if (!runbook) {
        m_model->clear();
        return;
    }
    if (!runbook->content.isEmpty() && !m_frozen.contains(runbook->content)) {
        const Result<std::optional<QByteArray>> bytes = m_session.content(runbook->content);
        const auto thawed = bytes && *bytes ? runbook::thawed(**bytes) : std::nullopt;
        m_frozen.insert(runbook->content, thawed.value_or(runbook::Runbook{}));
    }
    m_model->show(m_session.state(), *runbook, document() ? placesOf(*document()) : std::vector<views::StepPlace>());
    showOrigin(*runbook);
    m_progress->setRange(0, m_model->rowCount());
    m_progress->setValue(runbook->done());
    // What is over meanwhile gives way to the next.
    if (m_openStep >= 0 && !m_openWasOver && views::isOver(runbook->marks[std::size_t(m_openStep)].value.mark))
        m_openStep = -1;
    int wanted = m_openStep < 0 ? -1 : m_model->rowOf(m_openStep);
    for (int row = 0; wanted < 0 && row < m_model->rowCount(); ++row) {
        if (m_model->index(row).data(StepsModel::NextRole).toBool())
            wanted = row;
    }
    const QModelIndex current = list().model()->index(wanted < 0 ? m_model->rowCount() - 1 : wanted, 0);
    if (list().currentIndex() != current)
        list().setCurrentIndex(current);
    else
        open(current);
}

void StepsPanel::showOrigin(const incident::Runbook& runbook)
{
    const runbook::Runbook* read = document();
    const QDate asOf = read ? read->asOf : QDate();
    const QDate today = toDateTime(m_session.now(), m_session.state().zone()).date();
    QStringList parts{words::visible(runbook.source)};
    if (asOf.isValid())
        parts << words::asOf(asOf, today);
    parts.removeAll(QString());
    m_origin->setText(parts.join(QStringLiteral(" · ")));
    m_origin->setColour(words::isOld(asOf, today) ? m_theme.warn : m_theme.muted);
    m_origin->setVisible(!parts.isEmpty());
}

void StepsPanel::open(const QModelIndex& index)
{
    const int step = index.isValid() ? index.data(StepsModel::StepRole).toInt() : -1;
    if (step != m_openStep)
        m_condition.clear();
    m_openStep = step;
    if (!index.isValid()) {
        closeOpen();
        return;
    }
    m_openWasOver = views::isOver(StepMark(index.data(StepsModel::MarkRole).toInt()));
    const steps::StepView::Shown shown{steps::stepTitle(index), steps::stepState(index), steps::stepIcon(index),
        index.data(StepsModel::SeenRole).toStringList(), index.data(StepsModel::OutputsRole).toStringList(), answers(),
        m_openWasOver, this->step(m_openStep), valuesOf(m_session.state())};
    if (m_open && shown == m_shown) {
        fitOpen(); // rows above it may have become higher
        return;
    }
    closeOpen();
    m_shown = shown;
    const steps::StepView::Keys keys{shownKeys(Act::TickStep), shownKeys(Act::DropAction), shownKeys(Act::NoteStep),
        shownKeys(Act::StepOutput), shownKeys(Act::CopyCommand)};
    m_open = new steps::StepView(shown, keys, m_theme, list().viewport());
    using steps::StepView;
    connect(m_open, &StepView::doneAsked, this, &StepsPanel::tick);
    connect(m_open, &StepView::answerAsked, this, qOverload<int>(&StepsPanel::answer));
    connect(m_open, &StepView::skipAsked, this, [this] { sayOf(QStringLiteral("/skip")); });
    connect(m_open, &StepView::seenAsked, this, [this] { sayOf(QStringLiteral("/seen")); });
    connect(m_open, &StepView::outputAsked, this, [this] { sayOf(QStringLiteral("/output")); });
    connect(m_open, &StepView::copyAsked, this, &StepsPanel::copy);
    connect(m_open, &StepView::linkAsked, this, &StepsPanel::linkAsked);
    showClock(m_session.now());
    m_open->show();
    fitOpen();
    list().scrollTo(index);
}

void StepsPanel::closeOpen()
{
    m_delegate->open(-1, 0);
    if (!m_open)
        return;
    m_open->hide();
    m_open->deleteLater(); // one of its buttons may be at it
    m_open = nullptr;
}

void StepsPanel::fitOpen()
{
    if (!m_open)
        return;
    const int row = m_model->rowOf(m_openStep);
    const QModelIndex index = list().model()->index(row, 0);
    const int width = list().viewport()->width();
    const int height = m_open->heightForWidth(width);
    m_delegate->open(row, height);
    list().doItemsLayout();
    const QRect place = list().visualRect(index);
    m_open->setGeometry(0, place.bottom() + 1 - height, width, height - 1);
}

void StepsPanel::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    fitOpen();
}

void StepsPanel::tick()
{
    const int step = currentStep();
    if (step < 0)
        return;
    if (const QStringList all = answers(); !all.isEmpty()) {
        QStringList numbered;
        for (qsizetype i = 0; i < all.size(); ++i)
            numbered << tr("%1 for %2", "a key, an answer").arg(QString::number(i + 1), words::visible(all[i]));
        list().setFocus();
        Q_EMIT told(tr("Which answer? %1").arg(numbered.join(QStringLiteral(", "))));
    } else if (isConfirmed(step)) {
        mark(step, StepMark::Done, m_condition);
    }
}

/// What the document wants first is shown at the first try; the second one confirms it.
bool StepsPanel::isConfirmed(int step)
{
    const runbook::Step* shown = this->step(step);
    const QString condition = shown ? runbook::preconditionOf(*shown) : QString();
    if (condition == m_condition)
        return true;
    m_condition = condition;
    Q_EMIT told(tr("The runbook says: %1. Again if that is so.").arg(words::visible(condition)));
    return false;
}

bool StepsPanel::answer(const QString& number)
{
    bool isNumber = false;
    const int index = number.toInt(&isNumber) - 1;
    if (!isNumber || index < 0 || index >= answers().size())
        return false;
    answer(index);
    return true;
}

void StepsPanel::answer(int index)
{
    const QString text = answers().value(index);
    m_openWasOver = false; // whatever was answered before, it goes on from here
    Q_EMIT commandAsked(QStringLiteral("/tick %1 %2").arg(number(currentStep()), text),
        incident::MarkStep{m_runbook, currentStep(), StepMark::Done, index, text});
}

void StepsPanel::mark(int step, StepMark mark, const QString& text)
{
    static const QMap<StepMark, QString> verbs{{StepMark::Open, tr("Open again: step %1")},
        {StepMark::Started, tr("Begun: step %1")}, {StepMark::Done, QStringLiteral("/tick %1")}};
    Q_EMIT commandAsked(verbs.value(mark).arg(number(step)), incident::MarkStep{m_runbook, step, mark, {}, text});
}

void StepsPanel::sayOf(const QString& verb)
{
    Q_EMIT lineAsked(QStringLiteral("%1 %2 ").arg(verb, number(currentStep())));
}

void StepsPanel::followUpWrong()
{
    const incident::Runbook* runbook = followed();
    const QModelIndex index = list().currentIndex();
    if (runbook && index.isValid())
        Q_EMIT lineAsked(tr("/followup Runbook “%1”, step %2: ")
                             .arg(words::visible(runbook->title), words::visible(steps::stepTitle(index))));
}

void StepsPanel::copy(int index)
{
    const runbook::Step* shown = step(currentStep());
    if (!shown || std::size_t(index) >= shown->commands.size()) {
        Q_EMIT told(tr("This step has no command."));
        return;
    }
    using Kind = CommandGate::Answer::Kind;
    const CommandGate::Answer answer = m_gate.ask(shown->commands[std::size_t(index)], m_session.state());
    const QString quoted = words::visible(words::firstLine(answer.text));
    const QString keys = shownKeys(Act::CopyCommand);
    switch (answer.kind) {
    case Kind::WantsValue:
        Q_EMIT lineAsked(QStringLiteral("/set %1 %2").arg(answer.text, words::firstLine(answer.value)));
        Q_EMIT told(answer.value.isEmpty()
                ? tr("What is %1 here? Then %2 copies the command.").arg(quoted, keys)
                : tr("Is this %1? A firing alert says so. Then %2 copies the command.").arg(quoted, keys));
        return;
    case Kind::WantsDecision:
        Q_EMIT lineAsked(QStringLiteral("! ") + tr("Run “%1” because ").arg(quoted));
        Q_EMIT told(tr("This destroys, stops or forces something. Log who decided it, then %1 copies it.").arg(keys));
        return;
    case Kind::Copy:
        QGuiApplication::clipboard()->setText(answer.text);
        Q_EMIT told(QGuiApplication::clipboard()->text() == answer.text
                ? tr("Copied: %1").arg(quoted)
                : tr("It could not be copied. Mark it in its box instead."));
        return;
    }
}

void StepsPanel::showClock(Instant now)
{
    if (!m_open)
        return;
    const incident::Runbook* runbook = followed();
    const auto& field = runbook && std::size_t(m_openStep) < runbook->marks.size()
        ? runbook->marks[std::size_t(m_openStep)]
        : incident::Field<incident::StepState>{};
    if (field.value.mark != StepMark::Started) {
        m_open->showClock({}, false);
        return;
    }
    const runbook::Step* shown = step(m_openStep);
    const std::chrono::milliseconds open = now - field.since();
    if (!shown || !shown->timeBox)
        m_open->showClock(tr("open %1").arg(words::countdownDigits(open)), false);
    else if (open <= *shown->timeBox)
        m_open->showClock(tr("%1 left").arg(words::countdownDigits(*shown->timeBox - open)), false);
    else
        m_open->showClock(tr("over by %1").arg(words::countdownDigits(open - *shown->timeBox)), true);
}

const incident::Runbook* StepsPanel::followed() const { return m_session.state().runbook(m_runbook); }

const runbook::Runbook* StepsPanel::document() const
{
    const incident::Runbook* runbook = followed();
    const auto found = runbook ? m_frozen.constFind(runbook->content) : m_frozen.constEnd();
    return found == m_frozen.constEnd() ? nullptr : &*found;
}

const runbook::Step* StepsPanel::step(int index) const
{
    const runbook::Runbook* read = document();
    return read && index >= 0 && std::size_t(index) < read->steps.size() ? &read->steps[std::size_t(index)] : nullptr;
}

QStringList StepsPanel::answers() const
{
    return m_model->index(m_model->rowOf(m_openStep)).data(StepsModel::AnswersRole).toStringList();
}

int StepsPanel::currentStep() const { return m_openStep; }

} // namespace warroom::desk
