// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/preview.h"

#include "style/fonts.h"
#include "style/plainlabel.h"
#include "words/visible.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace warroom::desk {

namespace {

constexpr int leastHeight = 160;

} // namespace

Preview::Preview(const QFont& font, const style::Theme& theme, QWidget* parent)
    : Card(theme, parent),
      m_head(new style::PlainLabel(style::captionFont(), theme.muted, this, style::PlainLabel::Fit::Elided)),
      m_text(new style::PlainLabel(font, theme.text, this))
{
    m_text->setWordWrap(true);
    m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_text->setAccessibleName(tr("Preview"));
    auto* scroll = new QScrollArea(this);
    scroll->setAccessibleName(tr("Preview, to be scrolled"));
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(m_text);
    m_text->setAutoFillBackground(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 10, 12);
    column->setSpacing(8);
    column->addWidget(m_head);
    column->addWidget(scroll, 1);
    // As high as there is room for: it scrolls, and what is filled in beside and below it comes first.
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
    setMinimumHeight(leastHeight);
    setPlace({});
}

void Preview::setPlace(const QString& place)
{
    m_head->setText(place.isEmpty() ? tr("PREVIEW") : tr("PREVIEW · %1").arg(words::visible(place)));
}

void Preview::setText(const QString& text)
{
    const QString shown = words::visible(text);
    m_text->setText(shown);
    m_text->setAccessibleDescription(shown); // its name is not its text
}

} // namespace warroom::desk
