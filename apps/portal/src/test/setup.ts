import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';
import { loadTexts, startI18n } from '@/i18n';

localStorage.setItem('language', 'en');
await startI18n();
await loadTexts(['desk', 'audit', 'console', 'trace', 'xray']);
afterEach(cleanup);
