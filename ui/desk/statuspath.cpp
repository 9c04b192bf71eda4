// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/statuspath.h"

#include "style/fonts.h"
#include "words/duration.h"
#include "words/sentence.h"
#include "words/visible.h"

#include <QFontMetrics>
#include <QPainter>

namespace warroom::desk {

namespace {

constexpr int gap = 9;
constexpr int rowHeight = 18;
constexpr int most = 2; ///< The rank of a piece.

int widthOf(const QString& text, const QFont& font) { return QFontMetrics(font).horizontalAdvance(text); }

} // namespace

StatusPath::StatusPath(const style::Theme& theme, QWidget* parent) : PlainLabel(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void StatusPath::show(const incident::IncidentState& state, const playbook::Playbook& playbook)
{
    const QFont font = style::bodyFont(12);
    const QString now = state.status.value;
    const bool resolved = state.milestone(playbook::Milestone::Resolved).has_value();
    const std::optional<Instant> closed = state.milestone(playbook::Milestone::Closed);
    std::vector<Piece> pieces{{words::visible(state.label), style::monoFont(12), m_theme.muted, gap, 1},
        {QStringLiteral("·"), font, m_theme.muted, gap, 1}};
    bool passed = playbook.status(now) != nullptr;
    const auto add = [&](const QString& word, bool current) {
        if (pieces.size() > 2)
            pieces.push_back({QStringLiteral("›"), font, m_theme.faint, gap, 2});
        const QColor colour = current ? (resolved || closed ? m_theme.good : m_theme.warn)
            : passed                  ? m_theme.text
                                      : m_theme.muted;
        pieces.push_back({words::visible(word), style::bodyFont(12, current ? QFont::Bold : QFont::Normal), colour, gap,
            current ? 0 : 2});
    };
    if (!passed)
        add(now, true);
    for (const playbook::Status& status : playbook.statuses) {
        const bool current = status.word.compare(now, Qt::CaseInsensitive) == 0;
        passed = passed && !current;
        add(status.word, current);
    }
    QString status = words::visible(now);
    if (closed) {
        // With its date: most are closed on another day.
        const QDate day = toDateTime(*closed, state.zone()).date();
        status =
            tr("Closed %1 %2", "date, time").arg(words::shortDate(day, day), words::timeOfDay(*closed, state.zone()));
        add(status, true);
    }
    const std::optional<PersonId> commander = state.commander();
    pieces.push_back({QStringLiteral("·"), font, m_theme.muted, gap, 0});
    const QString leads =
        commander ? tr("%1 leads").arg(words::visible(words::person(state, *commander))) : tr("nobody leads yet");
    pieces.push_back({leads, style::bodyFont(12, QFont::DemiBold), commander ? m_theme.text : m_theme.warn, gap, 0});
    if (pieces == m_pieces)
        return;
    m_pieces = std::move(pieces);
    setText(tr("%1, status %2, %3").arg(words::visible(state.label), status, leads));
    updateGeometry();
    update();
}

int StatusPath::widthUpTo(int rank) const
{
    int width = 0;
    for (const Piece& piece : m_pieces)
        width += piece.rank <= rank ? widthOf(piece.text, piece.font) + piece.gap : 0;
    return width;
}

QSize StatusPath::sizeHint() const { return {widthUpTo(most), rowHeight}; }

QSize StatusPath::minimumSizeHint() const { return {0, rowHeight}; }

void StatusPath::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    int x = 0;
    int shown = most;
    while (shown > 0 && widthUpTo(shown) > width())
        --shown;
    for (const Piece& piece : m_pieces) {
        if (piece.rank > shown)
            continue;
        painter.setFont(piece.font);
        painter.setPen(piece.colour);
        const int room = width() - x;
        const QString text = QFontMetrics(piece.font).elidedText(piece.text, Qt::ElideRight, room);
        painter.drawText(QRect(x, 0, room, height()), int(Qt::AlignVCenter) | Qt::TextSingleLine, text);
        x += widthOf(piece.text, piece.font) + piece.gap;
        if (x >= width())
            break;
    }
}

} // namespace warroom::desk
