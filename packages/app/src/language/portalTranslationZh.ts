import { createTranslationMessages } from '@backstage/frontend-plugin-api';
import { portalTranslationRef } from './portalTranslationRef';

/** The portal in Chinese. */
const portalTranslationZh = createTranslationMessages({
  ref: portalTranslationRef,
  full: true,
  messages: {
    'languageSwitch.label': '语言',
    'navigation.home': '首页',
    'navigation.menu': '菜单',
    'navigation.search': '搜索',
    'navigation.settings': '设置',
    'navigation.catalog': '目录',
    'navigation.catalogGraph': '目录关系图',
    'navigation.approvals': '待审批',
    'navigation.operations': '运维',
    'signIn.subtitle': '用流水线数据说明每个服务的交付成熟度',
    'signIn.demo': '演示',
    'signIn.explanation':
      '这里不需要证明身份：选择一个角色即可浏览。所有人员、服务和事件均为生成的数据。',
    'signIn.signInAs': '以{{ name }}的身份登录',
    'signIn.tryAnother': '选择其他用户',
    'signIn.failed': '无法以{{ name }}的身份登录',
    'signIn.developer.title': '开发人员',
    'signIn.developer.description':
      '可查看全部计分卡，并可刷新本团队所负责服务的计分卡',
    'signIn.platform.title': '平台工程师',
    'signIn.platform.description': '拥有全部权限，包括查看数据源和未匹配的事件',
  },
});

export default portalTranslationZh;
