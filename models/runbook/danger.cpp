// SPDX-License-Identifier: GPL-3.0-or-later
#include "runbook/danger.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace warroom::runbook {

bool isDangerous(const QString& command)
{
    static const QRegularExpression words(
        u"\\b(?:delete|drop|drain|unseal|truncate|destroy|purge|wipe|shutdown|reboot|poweroff|mkfs|flushall|flushdb"
        "|pkill|killall|terminate_child|prune)\\b"
        "|\\b(?:systemctl|docker|podman)\\s+(?:-\\S+\\s+)*(?:stop|kill|disable|mask|rm)\\b|\\bservice\\s+\\S+\\s+"
        "stop\\b"
        "|\\bpg_terminate_backend\\b|\\bkill_[a-z_]+"
        "|\\bkill\\s+(?:-s\\s*)?-?(?:9|KILL|SIGKILL)\\b"
        "|\\brm\\s+(?:-\\S+\\s+)*(?:-\\w*[rRf]|--recursive|--force)"
        "|--force\\b|--no-preserve-root\\b|--grace-period[= ]0\\b"
        "|\\bgit\\s+push\\s+(?:\\S+\\s+)*-f\\b|\\breset\\s+--hard\\b|\\bdd\\s+(?:\\S+\\s+)*of="
        "|--replicas[= ]0\\b|\"?replicas\"?\\s*:\\s*0\\b|\\bscale\\b[^\\n]*=0(?!\\d)"
        "|\\b(?:desired|min)-(?:count|capacity)[= ]0\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    return words.match(command).hasMatch();
}

} // namespace warroom::runbook
