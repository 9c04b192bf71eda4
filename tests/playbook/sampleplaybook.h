// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playbook/loader.h"

#include <QFile>

namespace warroom::playbook {

/// The smallest playbook that has every part.
inline QByteArray sample()
{
    return R"(name: demo
title: Demo
severities:
  - label: P0
    name: Critical
    colour: "#ff6166"
statuses:
  - word: Open
  - word: Done
    milestone: resolved
roles:
  - id: lead
    name: Lead
    commander: true
roster:
  - {handle: bob, name: Bob}
post_mortem:
  due: 48h
  sections:
    - {id: summary, heading: Summary}
)";
}

inline QByteArray shipped()
{
    QFile file(QStringLiteral(WARROOM_PLAYBOOKS) + QStringLiteral("/erlmcp-incident-response.yaml"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The detail of the error, "none" without one.
inline QString errorOf(const QByteArray& yaml)
{
    const auto playbook = load(yaml, QStringLiteral("demo.yaml"));
    if (playbook)
        return QStringLiteral("none");
    return playbook.error().code == ErrorCode::BadPlaybook ? playbook.error().detail : QStringLiteral("another code");
}

} // namespace warroom::playbook
