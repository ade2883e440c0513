import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';
import { startI18n } from '@/i18n';

localStorage.setItem('language', 'en');
await startI18n();
afterEach(cleanup);
