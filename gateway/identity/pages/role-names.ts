import type { Message } from '../../../subgraphs/kit/errors/languages.ts';
import type { City, Role } from '../../../subgraphs/kit/viewer/roles.ts';

/** What a person with a role is called. */
export const roleNames: Record<Role, Message> = {
  state_corporation: {
    kk: 'Мемлекеттік корпорацияның әкімшісі',
    ru: 'Администратор Государственной корпорации',
    en: 'Administrator of the State Corporation',
  },
  manager: { kk: 'Менеджер пайдаланушы', ru: 'Менеджер-пользователь', en: 'Manager user' },
  consul: { kk: 'Консул', ru: 'Консул', en: 'Consul' },
  authorised_employee: {
    kk: 'Сыртқы істер министрлігінің уәкілетті қызметкері',
    ru: 'Уполномоченный сотрудник Министерства иностранных дел',
    en: 'Authorised employee of the Ministry of Foreign Affairs',
  },
  iin_operator: {
    kk: 'Ішкі істер министрлігінің операторы',
    ru: 'Оператор Министерства внутренних дел',
    en: 'Operator of the Ministry of Internal Affairs',
  },
  hub_officer: { kk: 'Astana Hub қызметкері', ru: 'Сотрудник Astana Hub', en: 'Astana Hub employee' },
  mddiai_signer: {
    kk: 'Цифрлық даму министрлігінің өтінішхаттарға қол қоюшысы',
    ru: 'Подписант ходатайств Министерства цифрового развития',
    en: 'Signer of petitions at the Ministry of Digital Development',
  },
  kkq_officer: {
    kk: 'Көші-қон қызметінің қызметкері',
    ru: 'Сотрудник миграционной службы',
    en: 'Officer of the migration service',
  },
  knb_officer: {
    kk: 'Ұлттық қауіпсіздік комитетінің қызметкері',
    ru: 'Сотрудник Комитета национальной безопасности',
    en: 'Officer of the National Security Committee',
  },
  psc_officer: {
    kk: 'Халыққа қызмет көрсету орталығының қызметкері',
    ru: 'Сотрудник центра обслуживания населения',
    en: 'Employee of a public service centre',
  },
  applicant: { kk: 'Өтініш беруші', ru: 'Заявитель', en: 'Applicant' },
  complaint_reviewer: {
    kk: 'Шағымдарды қарайтын лауазымды адам',
    ru: 'Должностное лицо, рассматривающее жалобы',
    en: 'Official who reviews complaints',
  },
  auditor: { kk: 'Аудитор', ru: 'Аудитор', en: 'Auditor' },
  partner: { kk: 'Серіктестің жүйесі', ru: 'Система партнёра', en: "Partner's system" },
  system: { kk: 'Жүйенің өзі', ru: 'Сама система', en: 'The system itself' },
};

/** The cities of the residence pilot. */
export const cityNames: Record<City, Message> = {
  ASTANA: { kk: 'Астана', ru: 'Астана', en: 'Astana' },
  ALMATY: { kk: 'Алматы', ru: 'Алматы', en: 'Almaty' },
};
