// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/textview.h"

#include "steps/blocktext.h"

#include <QTextDocument>

namespace warroom::steps {

TextView::TextView(const std::vector<runbook::Block>& blocks, const style::Theme& theme, QWidget* parent)
    : QTextBrowser(parent)
{
    setAccessibleName(tr("What the runbook says"));
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false);
    setOpenLinks(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    document()->setDocumentMargin(0);
    QTextCursor cursor(document());
    writeBlocks(cursor, blocks, theme);
    m_measured.reset(document()->clone());
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(
        this, &QTextBrowser::anchorClicked, this, [this](const QUrl& target) { Q_EMIT linkAsked(target.toString()); });
}

QVariant TextView::loadResource(int, const QUrl&) { return {}; }

int TextView::heightForWidth(int width) const
{
    m_measured->setTextWidth(width);
    return int(std::ceil(m_measured->size().height()));
}

} // namespace warroom::steps
