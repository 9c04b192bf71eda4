// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/captureline.h"

#include "incident/quoting.h"
#include "style/fonts.h"
#include "style/keycap.h"
#include "style/plainlabel.h"
#include "style/rule.h"
#include "timeline/keptrow.h"
#include "timeline/lineedit.h"
#include "timeline/readingtext.h"
#include "timeline/suggestionbox.h"
#include "words/visible.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <utility>

namespace warroom::timeline {

using capture::SpanKind;
using capture::Verdict;

namespace {

constexpr int textLeft = 12;
constexpr int boxGap = 8;
constexpr int rowHeight = 19;
// The sign stands lower in its font than the letters beside it in theirs.
constexpr int promptHeight = 16;

} // namespace

CaptureLine::CaptureLine(const style::Theme& theme, SituationSource source, QWidget* parent)
    : QWidget(parent),
      m_theme(theme),
      m_source(std::move(source)),
      m_edit(new LineEdit(theme, this)),
      m_readingLabel(new style::PlainLabel(style::bodyFont(13), theme.muted, this, style::PlainLabel::Fit::Elided)),
      m_enterKey(new style::KeyCap(QStringLiteral("↵"), this)),
      m_problem(new style::PlainLabel(style::bodyFont(13), theme.bad, this)),
      m_keptRow(new KeptRow(theme, this)),
      m_suggestions(new SuggestionBox(theme, parent))
{
    auto* prompt = new style::PlainLabel(style::bodyFont(16, QFont::Bold), theme.accent, this);
    prompt->setText(QStringLiteral("›"));
    prompt->setFixedHeight(promptHeight);
    m_readingLabel->setFixedHeight(rowHeight);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_enterKey->setAccessibleName(tr("Enter logs it"));
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(prompt, 0, Qt::AlignTop);
    row->addWidget(m_edit, 1);
    row->addWidget(m_readingLabel, 0, Qt::AlignTop);
    row->addWidget(m_enterKey, 0, Qt::AlignTop);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(textLeft, 11, textLeft, 10);
    column->setSpacing(6);
    column->addWidget(m_keptRow);
    column->addLayout(row);
    column->addWidget(m_problem);
    setFocusProxy(m_edit);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_edit->installEventFilter(this);
    connect(m_edit, &LineEdit::edited, this, &CaptureLine::changed);
    connect(m_edit, &QPlainTextEdit::cursorPositionChanged, this, &CaptureLine::suggest);
    connect(m_edit, &LineEdit::entered, this, &CaptureLine::enter);
    connect(m_edit, &LineEdit::escaped, this, &CaptureLine::escape);
    connect(m_edit, &LineEdit::suggestionTaken, this, &CaptureLine::takeSuggestion);
    connect(m_edit, &LineEdit::suggestionMoved, m_suggestions, &SuggestionBox::moveBy);
    // While something is amended an empty line is not the line.
    const auto unlessAmending = [this](auto from, auto to) {
        connect(m_edit, from, this, [this, to] {
            if (!m_amending)
                Q_EMIT(this->*to)();
        });
    };
    unlessAmending(&LineEdit::takeBackAsked, &CaptureLine::takeBackAsked);
    unlessAmending(&LineEdit::sayAgainAsked, &CaptureLine::sayAgainAsked);
    unlessAmending(&LineEdit::lastAsked, &CaptureLine::lastAsked);
    connect(m_keptRow, &QPushButton::clicked, this, &CaptureLine::bringBack);
    connect(m_suggestions, &SuggestionBox::taken, this, &CaptureLine::takeSuggestion);
    showReading();
    showPlaceholder();
}

QString CaptureLine::text() const { return m_edit->toPlainText(); }

void CaptureLine::type(const QString& text) { m_edit->insertPlainText(text); }

void CaptureLine::say(const QString& text)
{
    putAway();
    type(text);
}

bool CaptureLine::holdsText() const
{
    return !text().trimmed().isEmpty() && (!m_amending || text() != m_amending->text);
}

CaptureLine::Kept CaptureLine::typed() const
{
    return m_again ? *m_again : Kept{text(), {}, m_firstKey, {}, m_amending};
}

void CaptureLine::putAway()
{
    if (holdsText())
        m_kept.push_back(typed());
    clear();
    showKept();
}

void CaptureLine::amend(const Amendment& amendment)
{
    putAway();
    m_amending = amendment;
    type(amendment.typed.isEmpty() ? amendment.text : amendment.typed);
    showReading();
}

void CaptureLine::enterAmendment()
{
    const QString said = text();
    if (said.trimmed().isEmpty()) {
        showProblem(tr("Nothing is left of it. Del in the timeline takes an entry back."), m_theme.bad);
        return;
    }
    const Amendment done = *m_amending;
    clear();
    if (said != done.text)
        Q_EMIT amended(done.entry, said);
}

void CaptureLine::clear()
{
    m_amending.reset();
    m_edit->clear();
    showReading();
    showPlaceholder();
}

capture::Situation CaptureLine::situation() const
{
    capture::Situation situation = m_source();
    situation.firstKey = m_wasEmpty ? situation.now : m_firstKey;
    return situation;
}

void CaptureLine::changed()
{
    const bool empty = text().isEmpty();
    // What was brought back is marked as a whole; a text typed over it is another one.
    if (const auto again = std::exchange(m_again, {}); again && m_edit->isTypedOver()) {
        m_amending.reset();
        m_kept.push_back(*again);
        m_wasEmpty = true;
        showKept();
    }
    // Nothing is left of it: what is typed now is another line.
    if (empty && !m_wasEmpty)
        m_amending.reset();
    if (!empty && m_wasEmpty)
        m_firstKey = m_source().now;
    m_wasEmpty = empty;
    m_confirming = false;
    showProblem({}, {});
    showReading();
    m_edit->colour(m_amending ? std::vector<capture::Span>() : m_reading.spans);
    suggest();
    Q_EMIT unsentChanged();
}

CaptureLine::Contents CaptureLine::contents() const
{
    return {holdsText() ? std::optional(typed()) : std::nullopt, m_kept};
}

void CaptureLine::setContents(const Contents& contents)
{
    m_kept = contents.kept;
    showKept();
    if (contents.typed)
        showTyped(*contents.typed);
    if (contents.typed && contents.typed->act)
        m_again = contents.typed;
}

std::vector<session::Leftover> CaptureLine::unsent() const
{
    std::vector<session::Leftover> lines;
    for (const Kept& kept : m_kept)
        lines.push_back({kept.act, kept.line, *kept.firstKey});
    if (holdsText())
        lines.push_back({typed().act, text(), m_firstKey});
    return lines;
}

void CaptureLine::refresh()
{
    if (text().isEmpty() && !m_amending)
        showPlaceholder();
    else
        showReading();
}

void CaptureLine::showPlaceholder()
{
    const capture::Situation now = situation();
    const bool none = !now.playbook || now.playbook->severities.empty();
    const QString severity = none ? QStringLiteral("P0") : words::visible(now.playbook->severities.front().label);
    const QString hint = now.state ? tr("Say what happened, or / for everything else")
                                   : tr("Declare an incident: /incident declare %1 what is failing").arg(severity);
    // A thin space keeps the caret off the first letter.
    m_edit->setPlaceholderText(QChar(0x2009) + hint);
}

void CaptureLine::showAmendment()
{
    const QString what = tr("amends %1 · Esc leaves it", "14:31 Decision").arg(m_amending->what);
    m_readingLabel->setText(what);
    m_readingLabel->setColour(m_theme.accent);
    m_edit->setPlaceholderText({});
    m_edit->setAccessibleDescription(what);
}

void CaptureLine::showReading()
{
    m_enterKey->setAccessibleName(m_amending ? tr("Enter amends it") : tr("Enter logs it"));
    if (m_amending) {
        showAmendment();
        return;
    }
    const capture::Situation now = situation();
    m_reading = capture::read(text(), now);
    const ReadingText shown = readingText(m_reading, now);
    m_readingLabel->setText(shown.text);
    switch (shown.tone) {
    case ReadingText::Tone::Calm:
        m_readingLabel->setColour(m_theme.muted);
        break;
    case ReadingText::Tone::Waiting:
        m_readingLabel->setColour(m_theme.warn);
        break;
    case ReadingText::Tone::Wrong:
        m_readingLabel->setColour(m_theme.bad);
        break;
    }
    m_edit->setAccessibleDescription(shown.text);
}

void CaptureLine::showProblem(const QString& problem, const QColor& colour)
{
    m_problem->setText(problem);
    m_problem->setColour(colour);
    m_problem->setVisible(!problem.isEmpty());
    if (!problem.isEmpty()) {
        QAccessibleEvent event(m_problem, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

void CaptureLine::enter()
{
    if (m_amending) {
        enterAmendment();
        return;
    }
    // Read once more: a number or a name may mean something else by now.
    showReading();
    switch (m_reading.verdict) {
    case Verdict::Empty:
        return;
    case Verdict::Ready:
        log();
        return;
    case Verdict::Confirm:
        if (m_confirming) {
            log();
        } else {
            m_confirming = true;
            showProblem(problemText(m_reading) + QLatin1Char(' ') + whatEnterDoes(), m_theme.bad);
        }
        return;
    case Verdict::Refused:
        showProblem(problemText(m_reading), m_theme.bad);
        return;
    }
}

QString CaptureLine::whatEnterDoes() const
{
    return m_reading.problem->code == ErrorCode::OwnerMissing ? tr("Enter again logs it as unassigned.")
                                                              : tr("Enter again logs the whole line as a note.");
}

void CaptureLine::log()
{
    m_logged = {text(), m_firstKey, m_reading, m_again ? m_again->act : std::nullopt};
    m_edit->clear();
    Q_EMIT submitted(m_logged);
}

void CaptureLine::keep(Kept kept)
{
    if (!kept.firstKey)
        kept.firstKey = kept.line == m_logged.line ? m_logged.firstKey : m_source().now;
    m_kept.push_back(kept);
    showKept();
    showProblem(kept.why, m_theme.bad);
    Q_EMIT unsentChanged();
}

void CaptureLine::forget(const QSet<QString>& words)
{
    for (Kept& kept : m_kept) {
        kept.line = incident::without(words, kept.line);
        if (kept.amends)
            kept.amends->text = incident::without(words, kept.amends->text);
    }
    showKept();
}

void CaptureLine::tell(const QString& message) { showProblem(message, m_theme.muted); }

void CaptureLine::escape()
{
    if (m_suggestions->isVisible()) {
        hideSuggestions();
        return;
    }
    const QTextCursor cursor = m_edit->textCursor();
    const bool onToken = !m_amending && !cursor.hasSelection()
        && std::ranges::any_of(m_reading.spans, [at = cursor.position()](const capture::Span& span) {
               return span.kind != SpanKind::Text && span.kind != SpanKind::Escape && span.start <= at
                   && at <= span.start + span.length;
           });
    if (onToken) {
        QTextCursor start(m_edit->document());
        start.insertText(QStringLiteral("\\"));
    } else if (m_amending || !text().isEmpty()) {
        const bool wasKept = m_again && holdsText();
        putAway();
        if (wasKept) // so that Esc shows one after the other
            std::rotate(m_kept.begin(), m_kept.end() - 1, m_kept.end());
        showKept();
    } else if (!m_kept.empty()) {
        bringBack();
    } else {
        Q_EMIT left();
    }
}

void CaptureLine::bringBack()
{
    const Kept kept = m_kept.back();
    m_kept.pop_back();
    putAway();
    showTyped(kept);
    m_again = kept;
    m_edit->selectAll();
    hideSuggestions();
    showProblem(kept.why, m_theme.bad);
    m_edit->setFocus(Qt::OtherFocusReason);
    Q_EMIT unsentChanged(); // now under its old id
}

void CaptureLine::showTyped(const Kept& typed)
{
    m_amending = typed.amends;
    type(typed.line);
    m_edit->document()->clearUndoRedoStacks(); // it was typed before
    m_firstKey = *typed.firstKey;
    showReading();
}

void CaptureLine::showKept()
{
    if (m_kept.empty())
        m_keptRow->hide();
    else
        m_keptRow->show(m_kept.back().line, m_kept.size());
}

void CaptureLine::suggest()
{
    m_completion = m_edit->hasFocus() && !m_amending ? complete(text(), m_edit->textCursor().position(), situation())
                                                     : Completion();
    m_suggestions->show(m_completion.suggestions);
    m_edit->setSuggesting(!m_completion.suggestions.empty());
    placeSuggestions();
}

void CaptureLine::hideSuggestions()
{
    m_suggestions->show({});
    m_edit->setSuggesting(false);
}

void CaptureLine::takeSuggestion()
{
    if (const Suggestion* suggestion = m_suggestions->current()) {
        const QString insert = suggestion->insert + QLatin1Char(' ');
        m_edit->replace(m_completion.start, m_completion.length, insert);
    }
}

void CaptureLine::placeSuggestions()
{
    const int wanted = m_suggestions->sizeHint().height();
    m_suggestions->setGeometry(x() + textLeft, y() - wanted - boxGap, width() - 2 * textLeft, wanted);
    m_suggestions->raise();
}

void CaptureLine::paintEvent(QPaintEvent*)
{
    // The card's lower corners are round; it ends with the line.
    const qreal radius = m_theme.cardRadius - 1;
    QPainterPath shape;
    shape.addRoundedRect(QRectF(0, -radius, width(), height() + radius), radius, radius);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(shape, m_theme.raised);
    style::paintRule(painter, QRect(0, 0, width(), 1), m_theme.line);
}

void CaptureLine::resizeEvent(QResizeEvent*)
{
    // What one types comes before what is said about it.
    m_readingLabel->setMaximumWidth(width() / 2);
    placeSuggestions();
}

void CaptureLine::moveEvent(QMoveEvent*) { placeSuggestions(); }

bool CaptureLine::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_edit && event->type() == QEvent::FocusOut)
        hideSuggestions();
    return QWidget::eventFilter(watched, event);
}

} // namespace warroom::timeline
